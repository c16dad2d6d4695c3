package org.openpriorauth.chart.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openpriorauth.chart.s3.S3Service.Mood.BUSY;
import static org.openpriorauth.chart.s3.S3Service.Mood.DROPS;
import static org.openpriorauth.chart.s3.S3Service.Mood.HANGS;
import static org.openpriorauth.chart.s3.S3Service.Mood.LOSES_ANSWER;
import static org.openpriorauth.chart.s3.S3Service.Mood.SPOILS;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openpriorauth.chart.DocumentStore;
import org.openpriorauth.chart.DocumentStoreContract;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Ids;
import org.openpriorauth.kernel.Problem;

@Timeout(120)
class S3DocumentStoreTest extends DocumentStoreContract {
  private static final String PREFIX = "openpriorauth/";

  private final S3Service service;
  private final Map<String, String> settings;
  private S3DocumentStore store;

  S3DocumentStoreTest() throws IOException {
    service = new S3Service();
    settings = S3Stores.settings(service.address());
  }

  @BeforeEach
  void set() {
    store = S3Stores.of(settings);
  }

  @AfterEach
  void close() {
    store.close();
    service.close();
  }

  @Override
  protected DocumentStore store() {
    return store;
  }

  @Override
  protected List<String> names() {
    return service.objects.keySet().stream().map(k -> k.substring(PREFIX.length())).toList();
  }

  @Override
  protected void plant(String name) {
    service.objects.put(PREFIX + name, new S3Service.Stored(bytes(9), "", "1"));
  }

  @Override
  protected void shortPages(int most) {
    service.longestPage = most;
  }

  @Test
  void theServiceIsAskedToEncrypt() {
    store.put(clinic, id, bytes(10));
    assertThat(service.lastPut.getFirst("x-amz-server-side-encryption")).isEqualTo("AES256");

    set("encryption", "aws:kms");
    set("kms-key", "arn:aws:kms:eu-central-1:111122223333:key/1");
    store.put(clinic, id, bytes(10));
    assertThat(service.lastPut.getFirst("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(service.lastPut.getFirst("x-amz-server-side-encryption-aws-kms-key-id"))
        .endsWith("key/1");

    settings.remove("kms-key");
    set("encryption", "none");
    store.put(clinic, id, bytes(10));
    assertThat(service.lastPut).doesNotContainKey("X-amz-server-side-encryption");
  }

  @Test
  void whatIsReplacedOrRemovedStaysAsAnOldVersion() {
    store.put(clinic, id, bytes(10));
    store.put(clinic, id, bytes(11));
    store.remove(clinic, id);
    assertThat(service.formerVersions).extracting(v -> v.content().length).containsExactly(10, 11);
  }

  @Test
  void aBusyServiceIsAskedAgain() {
    store.put(clinic, id, bytes(10));
    service.next(BUSY, BUSY);
    byte[] second = bytes(20);
    store.put(clinic, id, second);
    service.next(BUSY);
    assertThat(store.find(clinic, id).orElseThrow()).isEqualTo(second);
    service.next(DROPS);
    assertThat(store.find(clinic, id).orElseThrow()).isEqualTo(second);
  }

  @Test
  void aServiceThatStaysBusyIsGivenUpAfterSoManyAttempts() {
    set("attempts", "3");
    store.find(clinic, id);
    int before = service.requests.get();
    service.next(BUSY, BUSY, BUSY, BUSY);
    fails(() -> store.put(clinic, id, bytes(10)), "SlowDown");
    assertThat(service.requests.get() - before).isEqualTo(3);
    assertThat(service.objects).isEmpty();
  }

  @Test
  void aPutWhoseAnswerWasLostIsMadeAgain() {
    store.find(clinic, id);
    service.next(LOSES_ANSWER);
    byte[] content = bytes(10);
    store.put(clinic, id, content);
    assertThat(store.find(clinic, id).orElseThrow()).isEqualTo(content);

    UUID other = Ids.next();
    service.next(LOSES_ANSWER);
    assertThat(store.putIfAbsent(clinic, other, content)).as("met its own first try").isFalse();
    assertThat(store.find(clinic, other).orElseThrow()).isEqualTo(content);
  }

  @Test
  void aServiceThatHangsIsHungUpOn() {
    set("answer-seconds", "1");
    set("attempts", "2");
    store.find(clinic, id);
    service.next(HANGS, HANGS);
    assertThat(taken(() -> fails(() -> store.put(clinic, id, bytes(10)), "timed out")))
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(8));
  }

  @Test
  void aCallEndsWithAllItsRepetitions() {
    set("answer-seconds", "60");
    set("call-seconds", "1");
    store.find(clinic, id);
    service.next(HANGS);
    assertThat(taken(() -> fails(() -> store.find(clinic, id), "1000 millis")))
        .isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void aWrongSecretIsSaidAndNothingIsStored() {
    set("secret-key", "another");
    fails(() -> store.put(clinic, id, bytes(10)), "SignatureDoesNotMatch");
    fails(() -> store.find(clinic, id), "SignatureDoesNotMatch");
    assertThat(service.objects).isEmpty();
  }

  @Test
  void aMissingBucketIsSaidAndNotTakenForAMissingDocument() {
    set("bucket", "nowhere");
    fails(() -> store.find(clinic, id), "NoSuchBucket");
    fails(() -> store.put(clinic, id, bytes(10)), "NoSuchBucket");
    fails(() -> store.ids(clinic, null, 10), "NoSuchBucket");
    fails(() -> store.remove(clinic, id), "NoSuchBucket");
  }

  @Test
  void aServiceThatIsAwayIsSaid() {
    service.close();
    set("attempts", "2");
    fails(() -> store.put(clinic, id, bytes(10)), "");
  }

  @Test
  void aContentThatComesBackSpoiltIsNotHandedOut() {
    store.put(clinic, id, bytes(1000));
    set("attempts", "1");
    store.ids(clinic, null, 1);
    service.next(SPOILS);
    fails(() -> store.find(clinic, id), "checksum");
    assertThat(store.find(clinic, id)).isPresent();
  }

  @Test
  void aBucketWithoutVersionsIsRefusedWhereTheyAreRequired() {
    for (String versioning : List.of("", "Suspended", "AccessDenied")) {
      service.versioning = versioning;
      set("require-versioning", "false");
      store.put(clinic, id, bytes(10));
      set("require-versioning", "true");
      fails(() -> store.put(clinic, id, bytes(10)), "versioning");
      fails(() -> store.find(clinic, id), "versioning");
    }
    service.versioning = "Enabled";
    assertThat(store.find(clinic, id)).as("no restart is needed").isPresent();
  }

  private void set(String name, String value) {
    settings.put(name, value);
    store.close();
    store = S3Stores.of(settings);
  }

  private static void fails(ThrowingCallable call, String why) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.DOCUMENT_STORE_AWAY);
              assertThat(problem.getCause().toString()).containsIgnoringCase(why);
              assertThat(problem).hasMessageNotContaining(S3Service.BUCKET);
            });
  }

  private static Duration taken(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
