/** What every screen passes: the session's cookie, and the person behind it. */
package org.openpriorauth.door.view;
