import 'i18next'
import type accounts from '../../locales/en/accounts.json'
import type audit from '../../locales/en/audit.json'
import type catalogue from '../../locales/en/catalogue.json'
import type common from '../../locales/en/common.json'
import type console from '../../locales/en/console.json'
import type customers from '../../locales/en/customers.json'
import type devices from '../../locales/en/devices.json'
import type desk from '../../locales/en/desk.json'
import type journeys from '../../locales/en/journeys.json'
import type licenses from '../../locales/en/licenses.json'
import type life from '../../locales/en/life.json'
import type mail from '../../locales/en/mail.json'
import type place from '../../locales/en/place.json'
import type reach from '../../locales/en/reach.json'
import type recovery from '../../locales/en/recovery.json'
import type self from '../../locales/en/self.json'
import type shop from '../../locales/en/shop.json'
import type systems from '../../locales/en/systems.json'
import type staff from '../../locales/en/staff.json'
import type tickets from '../../locales/en/tickets.json'
import type users from '../../locales/en/users.json'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: {
      accounts: typeof accounts
      audit: typeof audit
      recovery: typeof recovery
      catalogue: typeof catalogue
      common: typeof common
      console: typeof console
      desk: typeof desk
      life: typeof life
      customers: typeof customers
      devices: typeof devices
      journeys: typeof journeys
      licenses: typeof licenses
      mail: typeof mail
      place: typeof place
      reach: typeof reach
      self: typeof self
      shop: typeof shop
      systems: typeof systems
      staff: typeof staff
      tickets: typeof tickets
      users: typeof users
    }
  }
}
