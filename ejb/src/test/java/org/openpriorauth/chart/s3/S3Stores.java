package org.openpriorauth.chart.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.openpriorauth.outward.Outward;

/** Stores as a site sets them up: the product's defaults, and what a test adds. */
final class S3Stores {
  private static final Properties DEFAULTS = new Properties();

  static {
    try (InputStream in =
        S3Stores.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      DEFAULTS.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private S3Stores() {}

  /** Of the stand-in; impatient, so that tests are not slow. */
  static Map<String, String> settings(URI endpoint) {
    return new HashMap<>(
        Map.of(
            "bucket", S3Service.BUCKET,
            "endpoint", endpoint.toString(),
            "path-style", "true",
            "region", S3Service.REGION,
            "access-key", S3Service.ACCESS_KEY,
            "secret-key", S3Service.SECRET,
            "answer-seconds", "2"));
  }

  static S3Settings read(Map<String, String> settings) {
    return S3Settings.of(
        name ->
            Optional.ofNullable(
                settings.getOrDefault(
                    name.substring(S3Settings.AREA.length()), DEFAULTS.getProperty(name))));
  }

  static S3DocumentStore of(Map<String, String> settings) {
    S3DocumentStore store = new S3DocumentStore();
    store.bucket =
        new Bucket(
            read(settings),
            Outward.of(
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                java.util.Optional.empty()));
    return store;
  }
}
