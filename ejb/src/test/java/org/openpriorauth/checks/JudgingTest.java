package org.openpriorauth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openpriorauth.calibration.CalibrationService.Rolling;
import org.openpriorauth.chart.StoreProbe.Answer;
import org.openpriorauth.checks.model.CheckResultRepository.Stored;
import org.openpriorauth.checks.model.DatabaseFacts.Database;
import org.openpriorauth.checks.model.StaffRepository.Account;
import org.openpriorauth.checks.model.TrailRepository.Trail;
import org.openpriorauth.keys.model.KeyRingRepository.WrappedKey;

/** Where each check draws its lines. */
class JudgingTest {
  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  @Test
  void aDatabaseMustBeMigratedAndKeepUsBelowTheWall() {
    assertThat(DatabaseCheck.judge(new Database("18", true, false, true, false)).status())
        .isEqualTo(Status.PASS);
    assertThat(DatabaseCheck.judge(new Database("18", true, false, false, true)).status())
        .as("plain, on this machine")
        .isEqualTo(Status.PASS);
    assertThat(DatabaseCheck.judge(new Database("18", true, false, false, false)).status())
        .isEqualTo(Status.WARN);
    assertThat(DatabaseCheck.judge(new Database("18", false, false, true, false)).status())
        .isEqualTo(Status.FAIL);
    assertThat(DatabaseCheck.judge(new Database("18", true, true, true, false)).status())
        .isEqualTo(Status.FAIL);
  }

  @Test
  void aClockMayBeOffAsLongAsTheQuestionTook() {
    Instant after = NOW.plusSeconds(5);
    assertThat(ClockCheck.judge(NOW, NOW.plusSeconds(4), after).status()).isEqualTo(Status.PASS);
    assertThat(ClockCheck.judge(NOW, NOW.minusSeconds(1), after).status()).isEqualTo(Status.PASS);
    assertThat(ClockCheck.judge(NOW, NOW.minusSeconds(2), after).status()).isEqualTo(Status.WARN);
    assertThat(ClockCheck.judge(NOW, after.plusSeconds(29), after).status()).isEqualTo(Status.WARN);
    assertThat(ClockCheck.judge(NOW, after.plusSeconds(30), after).status()).isEqualTo(Status.FAIL);
  }

  @Test
  void aStoreNeedsRoomAndMustGiveBackWhatItTook() {
    assertThat(StorageCheck.judge(room(100), 100).status()).isEqualTo(Status.PASS);
    assertThat(StorageCheck.judge(room(99), 100).status()).isEqualTo(Status.WARN);
    assertThat(StorageCheck.judge(room(9), 100).status()).isEqualTo(Status.FAIL);
    assertThat(StorageCheck.judge(new Answer(true, OptionalLong.empty()), 100).status())
        .isEqualTo(Status.PASS);
    assertThat(StorageCheck.judge(new Answer(false, OptionalLong.empty()), 100).status())
        .isEqualTo(Status.FAIL);
  }

  private static Answer room(long megabytes) {
    return new Answer(true, OptionalLong.of(megabytes * 1024 * 1024));
  }

  @Test
  void aKeyMayBeAWeekOverdueAndAnIndexKeyAnyAge() {
    assertThat(KeysCheck.judge(List.of(key("data", 97)), NOW, 90).status()).isEqualTo(Status.PASS);
    assertThat(KeysCheck.judge(List.of(key("data", 98)), NOW, 90).status()).isEqualTo(Status.WARN);
    assertThat(KeysCheck.judge(List.of(key("data", 188)), NOW, 90).status()).isEqualTo(Status.FAIL);
    assertThat(KeysCheck.judge(List.of(key("data", 188), key("data", 1)), NOW, 90).status())
        .isEqualTo(Status.PASS);
    assertThat(KeysCheck.judge(List.of(key("index", 1)), NOW, 90).status()).isEqualTo(Status.WARN);
  }

  private static WrappedKey key(String kind, long days) {
    Instant from = NOW.minus(Duration.ofDays(days));
    return new WrappedKey("k" + days, kind, new byte[0], "file:k", from, from, null);
  }

  @Test
  void aBackupHasItsAge() {
    Duration limit = Duration.ofHours(26);
    assertThat(BackupCheck.judge(NOW.minus(limit), NOW, limit).status()).isEqualTo(Status.PASS);
    assertThat(BackupCheck.judge(NOW.minus(limit).minusSeconds(1), NOW, limit).status())
        .isEqualTo(Status.FAIL);
    assertThat(BackupCheck.judge(NOW.plusSeconds(60), NOW, limit).status()).isEqualTo(Status.PASS);
    assertThat(BackupCheck.judge(NOW.plusSeconds(600), NOW, limit).status()).isEqualTo(Status.WARN);
  }

  @Test
  void weakRulesAreNamed() {
    Set<String> both = Set.of("admin", "platform_admin");
    assertThat(SignInRulesCheck.judge(20, 5, true, both).status()).isEqualTo(Status.PASS);
    // A site that named its roles before there were administrators of the installation.
    assertThat(SignInRulesCheck.judge(20, 5, true, Set.of("admin")).found())
        .contains("second factor");
    Finding weak = SignInRulesCheck.judge(31, 11, false, Set.of("staff"));
    assertThat(weak.status()).isEqualTo(Status.WARN);
    assertThat(weak.found()).contains("31 minutes", "11 wrong", "training", "second factor");
  }

  @Test
  void aTrailIsSealedVerifiedAndWhole() {
    Instant sealed = NOW.minusSeconds(60);
    Instant night = NOW.minus(Duration.ofHours(9));
    assertThat(TrailCheck.judge(new Trail(sealed, null, night, false), NOW).status())
        .isEqualTo(Status.PASS);
    assertThat(trailOpenFor(3).status()).isEqualTo(Status.PASS);
    assertThat(trailOpenFor(4).status()).isEqualTo(Status.WARN);
    assertThat(trailOpenFor(49).status()).isEqualTo(Status.FAIL);
    assertThat(TrailCheck.judge(new Trail(sealed, null, null, false), NOW).status())
        .isEqualTo(Status.WARN);
    Instant longAgo = NOW.minus(Duration.ofHours(49));
    assertThat(TrailCheck.judge(new Trail(sealed, null, longAgo, false), NOW).status())
        .isEqualTo(Status.WARN);
    assertThat(TrailCheck.judge(new Trail(sealed, null, night, true), NOW).status())
        .isEqualTo(Status.FAIL);
  }

  private static Finding trailOpenFor(long hours) {
    Instant open = NOW.minus(Duration.ofHours(hours));
    return TrailCheck.judge(new Trail(null, open, NOW, false), NOW);
  }

  @Test
  void peopleAreJudgedByWhatTheyMayAndWhenTheyCame() {
    Account nurse = account("A Nurse", "staff", false, 200, 1L, TODAY, false);
    assertThat(SecondFactorsCheck.judge(List.of(nurse)).status()).isEqualTo(Status.WARN);
    Account boss = account("A Boss", "admin", false, 200, 1L, TODAY, false);
    assertThat(SecondFactorsCheck.judge(List.of(nurse, boss)).status()).isEqualTo(Status.FAIL);
    Account safe = account("A Safe", "admin", true, 200, 1L, TODAY, false);
    assertThat(SecondFactorsCheck.judge(List.of(safe)).status()).isEqualTo(Status.PASS);

    assertThat(DefaultPasswordsCheck.judge(List.of(safe)).status()).isEqualTo(Status.PASS);
    Account demo = account("A Demo", "staff", true, 200, 1L, TODAY, true);
    assertThat(DefaultPasswordsCheck.judge(List.of(safe, demo)).found())
        .contains("A Demo")
        .doesNotContain("A Safe");

    assertThat(TrainingCheck.judge(List.of(safe), TODAY).status()).isEqualTo(Status.PASS);
    assertThat(TrainingCheck.judge(List.of(safe), TODAY.plusDays(1)).status())
        .isEqualTo(Status.WARN);
    Account untrained = account("New", "staff", true, 1, null, null, false);
    assertThat(TrainingCheck.judge(List.of(untrained), TODAY).status()).isEqualTo(Status.WARN);
  }

  @Test
  void whoNeverCameIsDormantOnceTheyHadTheTime() {
    assertThat(dormant(91, null)).isEqualTo(Status.WARN);
    assertThat(dormant(89, null)).isEqualTo(Status.PASS);
    assertThat(dormant(200, 91L)).isEqualTo(Status.WARN);
    assertThat(dormant(200, 89L)).isEqualTo(Status.PASS);
  }

  private static Status dormant(long joined, Long seen) {
    Account one = account("One", "staff", true, joined, seen, TODAY, false);
    return DormantAccountsCheck.judge(List.of(one), NOW, 90).status();
  }

  private static Account account(
      String name,
      String role,
      boolean factor,
      long joined,
      Long seen,
      LocalDate trained,
      boolean copied) {
    return new Account(
        name,
        role,
        factor,
        NOW.minus(Duration.ofDays(joined)),
        seen == null ? null : NOW.minus(Duration.ofDays(seen)),
        trained,
        copied);
  }

  @Test
  void manyNamesAreCounted() {
    assertThat(Finding.some(List.of("a", "b", "c", "d", "e"))).isEqualTo("a; b; c; d; e");
    assertThat(Finding.some(List.of("a", "b", "c", "d", "e", "f", "g")))
        .isEqualTo("a; b; c; d; e and 2 more");
  }

  @Test
  void onlyWhatBeganToFailIsNews() {
    Instant before = NOW.minus(Duration.ofDays(1));
    List<Stored> runs =
        List.of(
            new Stored("backup", "fail", "", NOW),
            new Stored("broker", "fail", "", NOW),
            new Stored("clock", "fail", "", NOW),
            new Stored("storage", "warn", "", NOW),
            new Stored("backup", "pass", "", before),
            new Stored("broker", "fail", "", before),
            new Stored("storage", "fail", "", before),
            new Stored("keys", "fail", "", before));
    assertThat(CheckRecord.newlyFailing(runs)).containsExactly(Topic.CLOCK, Topic.BACKUP);
    assertThat(CheckRecord.newlyFailing(List.of())).isEmpty();
  }

  @Test
  void aReadingThatClaimsTooMuchIsToldOnceEnoughWasLookedAt() {
    assertThat(ReadingCheck.judge(new Rolling(99, 0.5)).status()).isEqualTo(Status.PASS);
    assertThat(ReadingCheck.judge(new Rolling(100, 0.05)).status()).isEqualTo(Status.PASS);
    assertThat(ReadingCheck.judge(new Rolling(100, 0.051)))
        .matches(f -> f.status() == Status.WARN && !f.advice().isEmpty());
  }
}
