/** From a picture to words: orientation, denoising, deskewing, Tesseract. */
package org.openpriorauth.reader.ocr;
