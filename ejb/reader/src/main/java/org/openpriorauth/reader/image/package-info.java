/** Documents that are pictures already, TIFF, JPEG and PNG, and plain text, drawn as a picture. */
package org.openpriorauth.reader.image;
