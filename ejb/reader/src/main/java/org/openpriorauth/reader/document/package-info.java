/** What the rest of the reader agrees on: a document, its limits and the reasons to give one up. */
package org.openpriorauth.reader.document;
