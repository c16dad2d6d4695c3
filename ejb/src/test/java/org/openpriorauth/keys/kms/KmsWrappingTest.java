package org.openpriorauth.keys.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openpriorauth.keys.KeyWrapping.Purpose;
import org.openpriorauth.keys.MasterKeyException;

@Tag("security")
class KmsWrappingTest {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final Purpose PURPOSE = new Purpose("test", "data", "k1");

  private KmsStandIn kms;
  private KmsWrapping wrapping;

  @BeforeEach
  void start() throws IOException {
    kms = new KmsStandIn();
    wrapping = kms.wrapping();
  }

  @AfterEach
  void stop() {
    kms.close();
  }

  /** AWS's own example "post-vanilla", whose signature AWS publishes. */
  @Test
  void theSignatureIsTheOneThatAwsComputes() {
    SignatureV4 signature =
        new SignatureV4(
            "us-east-1", "service", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    String time = SignatureV4.time(Instant.parse("2015-08-30T12:36:00Z"));
    assertThat(
            signature.authorization(
                new TreeMap<>(Map.of("Host", "example.amazonaws.com", "X-Amz-Date", time)),
                new byte[0]))
        .isEqualTo(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature="
                + "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
  }

  @Test
  void whatPassesIsTriedAgainAndSignedAnew() {
    kms.moods.addAll(List.of("ThrottlingException", "KMSInternalException"));
    byte[] wrapped = wrapping.wrap(KEY, PURPOSE);
    assertThat(kms.requests).hasValue(3);
    assertThat(wrapping.unwrap(wrapping.master(), wrapped, PURPOSE)).isEqualTo(KEY);
  }

  @Test
  void aDisabledKeyIsSaidAtOnce() {
    kms.moods.add("DisabledException");
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .isInstanceOf(MasterKeyException.class)
        .hasMessageContaining("disabled");
    assertThat(kms.requests).hasValue(1);
  }

  @Test
  void wrongCredentialsAreNamedAndNotShown() {
    wrapping.credentials.secretKey = Optional.of("another-secret");
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("openpriorauth.keys.kms.access-key")
        .hasMessageContaining("InvalidSignatureException")
        .hasMessageNotContaining("another-secret");
    wrapping.credentials.accessKey = Optional.of("AKIDOTHER");
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("UnrecognizedClientException");
  }

  @Test
  void aClockThatIsWrongMakesTheSignatureWrong() {
    wrapping.clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("InvalidSignatureException");
  }

  @Test
  void withoutSettingsOfOursAwsVariablesCount() {
    KmsCredentials credentials = wrapping.credentials;
    credentials.awsAccessKey = credentials.accessKey;
    credentials.awsSecretKey = credentials.secretKey;
    credentials.awsSessionToken = credentials.sessionToken;
    credentials.accessKey = Optional.empty();
    assertThat(wrapping.wrap(KEY, PURPOSE)).isNotEmpty();
    credentials.awsSecretKey = Optional.empty();
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("AWS_SECRET_ACCESS_KEY is not set");
  }

  @Test
  void whatIsMissingIsNamed() {
    wrapping.region = Optional.empty();
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("openpriorauth.keys.kms.region is not set");
    wrapping.key = Optional.empty();
    assertThatThrownBy(() -> wrapping.wrap(KEY, PURPOSE))
        .hasMessageContaining("openpriorauth.keys.kms.key is not set");
    assertThatThrownBy(() -> wrapping.unwrap("alias/other", KEY, PURPOSE))
        .isInstanceOf(MasterKeyException.class);
  }
}
