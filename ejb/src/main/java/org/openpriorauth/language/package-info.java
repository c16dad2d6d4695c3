/**
 * Language models, as a help that is off until a clinic's administrator turns it on. They suggest
 * and decide nothing: what comes back is data, looked through by our own code.
 */
package org.openpriorauth.language;
