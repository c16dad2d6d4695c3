/**
 * The FHIR codec: Da Vinci PAS 2.2.1 on R4, as a provider speaks it. Records go in and text comes
 * out, or the other way round; nothing here knows an area, a database or a network.
 *
 * <p>{@code spec-34}, {@code prof-2} and the like are the guide's own numbers of its conformance
 * statements.
 */
package org.openpriorauth.wire.fhir;
