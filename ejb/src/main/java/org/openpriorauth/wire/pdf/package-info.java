/** Text set on letter pages: one family of type, lines, tables, and the ink that draws them. */
package org.openpriorauth.wire.pdf;
