/** Documents that are pictures already: TIFF, JPEG, PNG and JPEG 2000. */
package org.openpriorauth.reader.image;
