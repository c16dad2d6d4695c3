package org.openpriorauth.chart.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SettingsTest {
  @Test
  void onlyTheBucketMustBeNamed() {
    S3Settings settings = S3Stores.read(Map.of("bucket", "charts"));
    assertThat(settings.bucket()).isEqualTo("charts");
    assertThat(settings.endpoint()).isEmpty();
    assertThat(settings.keys()).as("AWS's own places are looked through").isEmpty();
    assertThatThrownBy(() -> S3Stores.read(Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("openpriorauth.documents.s3.bucket is not set.");
  }

  @ParameterizedTest
  @CsvSource({
    "prefix, /charts/",
    "prefix, charts",
    "prefix, a/../b/",
    "prefix, a b/",
    "endpoint, minio:9000",
    "endpoint, ftp://minio.example.org",
    "endpoint, https://mi nio",
    "encryption, rot13",
    "kms-key, key-without-kms",
    "attempts, 0",
    "attempts, many",
    "access-key, but-no-secret"
  })
  void aWrongSettingIsNamed(String name, String value) {
    Map<String, String> settings = new HashMap<>(Map.of("bucket", "charts"));
    settings.put(name, value);
    assertThatThrownBy(() -> S3Stores.read(settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "openpriorauth.documents.s3." + (name.equals("access-key") ? "secret-key" : name));
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(S3Stores.read(S3Stores.settings(URI.create("https://s3.example.org"))).toString())
        .contains(S3Service.ACCESS_KEY)
        .doesNotContain(S3Service.SECRET);
  }
}
