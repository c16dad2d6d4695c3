/**
 * How well the product's own reader reads: runs it over documents whose contents are known, and
 * counts. Shares nothing with those who wrote the documents, nor with the rules that it judges.
 */
package org.openpriorauth.evaluation.reading;
