package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.openpriorauth.identity.model.ApiKey;
import org.openpriorauth.identity.model.ApiKeyRepository;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.kernel.ClinicScope;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;

/**
 * Keys for other systems. A key may do what is said of it and nothing more, never more than who
 * made it, and nothing that only a person does; it is shown once, and ends.
 */
@Stateless
public class ApiKeyService {
  /** By it a key is found in a file where it should not be. */
  public static final String MARK = "opa_";

  private static final String SUBJECT = "api_key";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()/-]{0,79}");
  private static final Pattern FORM = Pattern.compile(MARK + "[A-Za-z0-9_-]{43}");
  private static final int SHOWN = MARK.length() + 6;
  private static final int LONGEST_DAYS = 366;

  /** Between two notes of a key's use. */
  private static final Duration NOTE_AFTER = Duration.ofMinutes(1);

  @Inject ApiKeyRepository keys;
  @Inject IdentityRepository identities;
  @Inject ClinicScope scope;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * A key as its clinic sees it.
   *
   * @param beginning of the key, by which people know it again
   * @param state open, expired or ended
   * @param lastUsedAt to the minute, or null
   */
  public record KeyView(
      UUID id,
      String name,
      String beginning,
      Set<String> scope,
      String state,
      Instant createdAt,
      UUID createdBy,
      Instant expiresAt,
      Instant lastUsedAt) {}

  /**
   * @param key shown now and never again
   */
  public record Made(KeyView view, String key) {}

  /**
   * @param days until it ends, at most a year
   */
  public record Wanted(String name, Set<String> scope, int days) {}

  /** A key that opens. */
  public record Opened(UUID id, ClinicId clinic, Set<String> permissions) {}

  /**
   * @throws Problem INVALID; KEY_NAME_TAKEN
   */
  @Requires("key:change")
  public Made make(Caller caller, Wanted wanted) {
    Instant now = clock.instant();
    check(caller, wanted);
    if (keys.named(caller.clinic(), wanted.name())) {
      throw Problem.of(ErrorCode.KEY_NAME_TAKEN);
    }
    String key = MARK + OneTimeSecret.next();
    ApiKey.Terms terms =
        new ApiKey.Terms(wanted.name(), wanted.scope(), now.plus(Duration.ofDays(wanted.days())));
    ApiKey made = new ApiKey(caller, terms, OneTimeSecret.hash(key), key.substring(0, SHOWN), now);
    keys.add(made);
    Map<String, Object> detail =
        Map.of(
            "scope", String.join(" ", new TreeSet<>(wanted.scope())),
            "until", terms.expiresAt().toString());
    audited.fire(new Audited(caller, "key.make", SUBJECT, made.id(), detail));
    return new Made(view(made, now), key);
  }

  private void check(Caller caller, Wanted wanted) {
    if (!NAME.matcher(wanted.name()).matches()) {
      throw Problem.invalid("/name", "form", "Name the system that gets the key.");
    }
    if (wanted.days() < 1 || wanted.days() > LONGEST_DAYS) {
      throw Problem.invalid("/days", "range", "A key lives 1 to " + LONGEST_DAYS + " days.");
    }
    List<String> possible = givable(caller);
    if (wanted.scope().isEmpty() || !possible.containsAll(wanted.scope())) {
      throw Problem.invalid(
          "/scope", "unknown", "You can give any of: " + String.join(", ", possible) + ".");
    }
  }

  /** What the caller can give a key. */
  @Requires("key:read")
  public List<String> scopes(Caller caller) {
    return givable(caller);
  }

  /** What an emergency opened is not the caller's to give: a key would outlive it. */
  private List<String> givable(Caller caller) {
    List<String> borrowed =
        caller.emergency().isPresent() ? identities.openedByEmergency() : List.of();
    return keys.scopes(caller.clinic()).stream()
        .filter(caller::may)
        .filter(name -> !borrowed.contains(name))
        .toList();
  }

  /** Those of former days too, the latest first. */
  @Requires("key:read")
  public List<KeyView> list(Caller caller) {
    Instant now = clock.instant();
    return keys.all(caller.clinic()).stream().map(k -> view(k, now)).toList();
  }

  /**
   * It opens nothing any more, from the next call on.
   *
   * @throws Problem KEY_NOT_FOUND
   */
  @Requires("key:change")
  public void revoke(Caller caller, UUID id) {
    Instant now = clock.instant();
    ApiKey key =
        keys.lock(caller.clinic(), id)
            .filter(k -> k.revokedAt() == null)
            .orElseThrow(() -> Problem.of(ErrorCode.KEY_NOT_FOUND));
    key.revoke(caller.actor(), now);
    audited.fire(Audited.of(caller, "key.end", SUBJECT, id));
  }

  /** What a shown key opens; nothing for one that is unknown, over or ended. */
  @Requires(value = Requires.NOTHING, clinic = false)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Optional<Opened> open(Caller anyone, String shown) {
    Instant now = clock.instant();
    if (!FORM.matcher(shown).matches()) {
      return Optional.empty();
    }
    byte[] hash = OneTimeSecret.hash(shown);
    Optional<ClinicId> clinic = keys.clinicOf(hash);
    clinic.ifPresent(scope::enter);
    Optional<ApiKey> found = clinic.flatMap(c -> keys.find(c, hash));
    if (found.isEmpty() || !found.get().opensAt(now)) {
      return refuse(anyone, found.orElse(null));
    }
    ApiKey key = found.get();
    if (key.lastUsedAt() == null || key.lastUsedAt().isBefore(now.minus(NOTE_AFTER))) {
      keys.used(key.clinic(), key.id(), now);
    }
    return Optional.of(new Opened(key.id(), key.clinic(), key.terms().scope()));
  }

  /** In the clinic's own trail where the key was the clinic's once. */
  private Optional<Opened> refuse(Caller anyone, ApiKey known) {
    Caller who =
        known == null ? anyone : new Caller(known.clinic(), known.id(), Set.of(), anyone.origin());
    audited.fire(
        new Audited(
            who,
            "session.refuse",
            SUBJECT,
            known == null ? null : known.id(),
            Map.of("why", "key")));
    return Optional.empty();
  }

  private static KeyView view(ApiKey key, Instant now) {
    ApiKey.Terms terms = key.terms();
    String state = key.revokedAt() != null ? "ended" : key.opensAt(now) ? "open" : "expired";
    return new KeyView(
        key.id(),
        terms.name(),
        key.beginning(),
        new TreeSet<>(terms.scope()),
        state,
        key.createdAt(),
        key.createdBy(),
        terms.expiresAt(),
        key.lastUsedAt());
  }
}
