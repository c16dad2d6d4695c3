/**
 * Pages for what has none of its own. Plain text, and paragraphs and tables of documents that flow,
 * are set in a typewriter's face, so that every word has a place and the viewer has a picture. A
 * table's row stays one line of text even where its cells need several rows on the page.
 */
package org.openpriorauth.reader.typed;
