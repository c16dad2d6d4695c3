/** How the audit trail is sealed, and how an export is verified without the system it came from. */
package org.openpriorauth.audit.seal;
