/**
 * Documents of word processors and of health records: Word (DOCX), RTF and C-CDA. They have no
 * pages of their own, so what is read in them is typed onto pages. All of them are read in one pass
 * with bounds on what they unfold to; nothing outside of the file is ever fetched.
 */
package org.openpriorauth.reader.office;
