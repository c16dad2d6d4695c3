/**
 * The few types that every area shares: who calls, what went wrong, which record changed. Nothing
 * here knows an area.
 */
package org.openpriorauth.kernel;
