/**
 * Documents that are pictures already, TIFF, JPEG, PNG and JPEG 2000, and plain text, drawn as a
 * picture.
 */
package org.openpriorauth.reader.image;
