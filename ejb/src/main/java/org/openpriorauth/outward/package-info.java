/** How the server's own connections to other systems are made: trust, and the way out. */
package org.openpriorauth.outward;
