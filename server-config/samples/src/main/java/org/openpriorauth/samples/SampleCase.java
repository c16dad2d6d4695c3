package org.openpriorauth.samples;

import java.util.List;
import java.util.Map;

/**
 * One patient's request.
 *
 * @param facts what the staff type when they make the patient, the coverage and the request; keys
 *     are the extraction's names ({@code patient.name}, {@code service.code} …) and, where there is
 *     no such name, {@code coverage.relationship} and {@code request.*}; several codes in one value
 *     are parted by commas
 */
public record SampleCase(
    String name, String title, List<SampleDocument> documents, Map<String, String> facts) {}
