package org.openpriorauth.packet;

/** A value that may not have been given: empty, never null. */
final class Given {
  private Given() {}

  static String orEmpty(String value) {
    return value == null ? "" : value.strip();
  }

  static String required(String value, String name) {
    String given = orEmpty(value);
    if (given.isEmpty()) {
      throw new IllegalArgumentException(name + " is empty");
    }
    return given;
  }
}
