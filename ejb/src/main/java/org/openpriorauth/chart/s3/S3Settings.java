package org.openpriorauth.chart.s3;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * What {@code openpriorauth.documents.s3.*} says.
 *
 * @param prefix below which all names begin; empty, or ends in a slash
 * @param endpoint of a service other than AWS itself
 * @param pathStyle whether the bucket stands in the path instead of the host's name
 * @param keys absent where AWS's own places are looked through for them
 * @param encryption by the service, or nothing to leave it to the bucket
 * @param kmsKey for encryption by {@code aws:kms}; absent for the account's own
 * @param requireVersioning whether a bucket without versions is refused
 * @param connect for a connection to come about
 * @param answer for silence while an answer is awaited
 * @param call for a call with all its repetitions
 * @param attempts at most, the first included
 */
record S3Settings(
    String bucket,
    String prefix,
    String region,
    Optional<URI> endpoint,
    boolean pathStyle,
    Optional<Keys> keys,
    Optional<ServerSideEncryption> encryption,
    Optional<String> kmsKey,
    boolean requireVersioning,
    Duration connect,
    Duration answer,
    Duration call,
    int attempts) {

  static final String AREA = "openpriorauth.documents.s3.";
  private static final Pattern PREFIX = Pattern.compile("(?:(?!\\.+/)[A-Za-z0-9._-]+/)*");

  /** A pair that the service knows the caller by. */
  record Keys(String access, String secret) {
    /** A record would print both. */
    @Override
    public String toString() {
      return "Keys of " + access;
    }
  }

  /**
   * @param source of a setting by its full name
   * @throws IllegalStateException that names the setting which is missing or wrong
   */
  static S3Settings of(Function<String, Optional<String>> source) {
    Named named = new Named(source);
    Optional<ServerSideEncryption> encryption = encryption(named.needed("encryption"));
    Optional<String> kmsKey = named.wanted("kms-key");
    if (kmsKey.isPresent() && !encryption.equals(Optional.of(ServerSideEncryption.AWS_KMS))) {
      throw wrong("kms-key", "is of use only where encryption is aws:kms");
    }
    return new S3Settings(
        named.needed("bucket"),
        prefix(named.needed("prefix")),
        named.needed("region"),
        named.wanted("endpoint").map(S3Settings::endpoint),
        Boolean.parseBoolean(named.needed("path-style")),
        named.wanted("access-key").map(key -> new Keys(key, named.needed("secret-key"))),
        encryption,
        kmsKey,
        Boolean.parseBoolean(named.needed("require-versioning")),
        Duration.ofSeconds(named.number("connect-seconds")),
        Duration.ofSeconds(named.number("answer-seconds")),
        Duration.ofSeconds(named.number("call-seconds")),
        named.number("attempts"));
  }

  private static String prefix(String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw wrong("prefix", "must be made of letters, digits, . _ and -, and end in a slash");
    }
    return prefix;
  }

  private static URI endpoint(String address) {
    try {
      URI endpoint = URI.create(address);
      if (endpoint.getHost() != null && endpoint.getScheme().matches("https?")) {
        return endpoint;
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(AREA + "endpoint is no address.", e);
    }
    throw wrong("endpoint", "must begin with https:// and a host");
  }

  private static Optional<ServerSideEncryption> encryption(String word) {
    return switch (word) {
      case "AES256", "aws:kms" -> Optional.of(ServerSideEncryption.fromValue(word));
      case "none" -> Optional.empty();
      default -> throw wrong("encryption", "is AES256, aws:kms or none");
    };
  }

  private static IllegalStateException wrong(String name, String why) {
    return new IllegalStateException(AREA + name + " " + why + ".");
  }

  private record Named(Function<String, Optional<String>> source) {
    Optional<String> wanted(String name) {
      return source.apply(AREA + name);
    }

    String needed(String name) {
      return wanted(name).orElseThrow(() -> wrong(name, "is not set"));
    }

    int number(String name) {
      try {
        int number = Integer.parseInt(needed(name));
        if (number > 0) {
          return number;
        }
      } catch (NumberFormatException e) {
        throw new IllegalStateException(AREA + name + " is no number.", e);
      }
      throw wrong(name, "must be 1 or more");
    }
  }
}
