/**
 * What every REST call passes: request id, token, strict JSON in and out, problems as documents.
 * The areas' resources lie beside their areas in {@code <area>.rest}.
 */
package org.openpriorauth.door.rest;
