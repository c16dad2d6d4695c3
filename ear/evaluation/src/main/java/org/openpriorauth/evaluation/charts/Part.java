package org.openpriorauth.evaluation.charts;

import java.util.List;
import java.util.Map;

/**
 * Pages of one sender within a document.
 *
 * @param facts what the layout prints, by name of the field; {@code x.…} is read by nobody
 * @param stray whether it is another patient's
 */
record Part(Layout layout, Map<String, String> facts, List<String> body, boolean stray) {}
