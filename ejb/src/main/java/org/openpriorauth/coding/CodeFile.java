package org.openpriorauth.coding;

import java.util.List;

/**
 * A file of codes as it lay on the server.
 *
 * @param sha256 of its bytes, in hex
 * @param lines without those that are empty at its end
 */
public record CodeFile(String sha256, List<String> lines) {}
