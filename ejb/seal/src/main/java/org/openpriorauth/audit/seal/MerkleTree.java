package org.openpriorauth.audit.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The root over lines in their order: the tree of RFC 6962, section 2.1, built as the lines come.
 * Leaves and nodes are hashed with different first bytes, so that none passes for the other.
 */
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest sha = sha256();
  private final Deque<Part> parts = new ArrayDeque<>();
  private long lines;

  /** A full subtree over {@code lines} leaves, a power of two. */
  private record Part(long lines, byte[] hash) {}

  public void add(String line) {
    sha.update(LEAF);
    Part part = new Part(1, sha.digest(line.getBytes(StandardCharsets.UTF_8)));
    while (!parts.isEmpty() && parts.peek().lines() == part.lines()) {
      part = new Part(2 * part.lines(), node(parts.pop().hash(), part.hash()));
    }
    parts.push(part);
    lines++;
  }

  public long lines() {
    return lines;
  }

  /** The root over what was added; of nothing, the hash of nothing. */
  public byte[] root() {
    if (parts.isEmpty()) {
      return sha.digest();
    }
    byte[] hash = null;
    for (Part part : parts) {
      hash = hash == null ? part.hash() : node(part.hash(), hash);
    }
    return hash;
  }

  private byte[] node(byte[] left, byte[] right) {
    sha.update(NODE);
    sha.update(left);
    return sha.digest(right);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
