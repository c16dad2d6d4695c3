package org.openpriorauth.priorauth;

import org.openpriorauth.priorauth.model.RequestedItem;

/**
 * A service as it was ordered.
 *
 * @param service what rules and payers go by
 * @param description what was written beside the code, or null
 */
public record OrderedService(RequestedItem.Service service, String description) {}
