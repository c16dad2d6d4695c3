/** PDF, page by page: the text layer, the picture, or both compared. */
package org.openpriorauth.reader.pdf;
