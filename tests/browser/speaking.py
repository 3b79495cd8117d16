"""The whole product with one language more, which nobody speaks (tests/pseudo.py)."""

import shutil
import subprocess
from pathlib import Path

from local.stack import ROOT
from tests.pseudo import PSEUDO, speak

PARTS = ("chalicelib", "local", "infra", ".chalice")
SOURCES = ("apps", "features", "shared", "locales", "public")
BUILD = ("index.html", "package.json", "vite.config.ts", "tsconfig.base.json", "tsconfig.json")


def grow_a_language(tree: Path) -> Path:
    """A copy of the product, with the language's two folders added, and built; nothing else."""
    frontend = tree / "frontend"
    frontend.mkdir()
    for name in PARTS:
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "app.py", tree)
    for name in SOURCES:
        if (ROOT / "frontend" / name).is_dir():
            shutil.copytree(ROOT / "frontend" / name, frontend / name)
    for name in BUILD:
        shutil.copy(ROOT / "frontend" / name, frontend)
    (frontend / "node_modules").symlink_to(ROOT / "frontend" / "node_modules")
    (tree / ".venv-engine").symlink_to(ROOT / ".venv-engine")
    for texts in (tree / "chalicelib" / "texts", frontend / "locales"):
        speak(texts / "en", texts / PSEUDO)
    subprocess.run(["npm", "run", "--silent", "build"], cwd=frontend, check=True)
    return tree
