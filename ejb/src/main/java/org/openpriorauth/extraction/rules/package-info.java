/**
 * Finds fields by rules: labels and their places, tables, code forms, and short clinical grammar.
 * Pages go in as text with word boxes; a {@code Sheet} turns one into rows and cells, each finder
 * looks for one kind of thing, and the {@code Draft} collects what they found. The words that the
 * rules know are data, in the class path beside this package.
 */
package org.openpriorauth.extraction.rules;
