// CloudFront: a path without a file is a page of the app, whose router reads it.
function handler(event) {
  var request = event.request;
  if (request.uri === "/console") {
    return { statusCode: 301, statusDescription: "Moved", headers: { location: { value: "/console/" } } };
  }
  var last = request.uri.substring(request.uri.lastIndexOf("/") + 1);
  if (last.indexOf(".") === -1) {
    request.uri = request.uri.indexOf("/console/") === 0 ? "/console/index.html" : "/index.html";
  }
  return request;
}
