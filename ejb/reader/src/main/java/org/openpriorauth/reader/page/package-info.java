/** A page as read: words, their places, and the text that is made of them. */
package org.openpriorauth.reader.page;
