package org.openpriorauth.chart.s3;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openpriorauth.chart.DocumentStore;
import org.openpriorauth.chart.DocumentStoreContract;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The contract against a service that runs elsewhere, such as a MinIO of the developer's, named by
 * the product's own settings as system properties. What it stores there it removes.
 */
@EnabledIfSystemProperty(named = "openpriorauth.documents.s3.bucket", matches = ".+")
class S3ElsewhereTest extends DocumentStoreContract {
  private final S3DocumentStore store = S3Stores.of(settings());

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    System.getProperties().stringPropertyNames().stream()
        .filter(name -> name.startsWith(S3Settings.AREA))
        .forEach(
            name ->
                settings.put(name.substring(S3Settings.AREA.length()), System.getProperty(name)));
    settings.put("prefix", "contract-" + UUID.randomUUID() + "/");
    return settings;
  }

  @Override
  protected DocumentStore store() {
    return store;
  }

  @Override
  protected List<String> names() {
    String prefix = store.bucket.settings().prefix();
    return keys().stream().map(key -> key.substring(prefix.length())).toList();
  }

  private List<String> keys() {
    S3Settings there = store.bucket.settings();
    return store.bucket.ask(
        "not listed",
        s3 ->
            s3
                .listObjectsV2Paginator(of -> of.bucket(there.bucket()).prefix(there.prefix()))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList());
  }

  @Override
  protected void plant(String name) {
    S3Settings there = store.bucket.settings();
    store.bucket.ask(
        "not planted",
        s3 ->
            s3.putObject(
                of -> of.bucket(there.bucket()).key(there.prefix() + name),
                RequestBody.fromString("not ours")));
  }

  @Override
  protected void shortPages(int most) {
    // The service decides.
  }

  @AfterEach
  void clear() {
    String bucket = store.bucket.settings().bucket();
    for (String key : keys()) {
      store.bucket.ask("not removed", s3 -> s3.deleteObject(of -> of.bucket(bucket).key(key)));
    }
    store.close();
  }
}
