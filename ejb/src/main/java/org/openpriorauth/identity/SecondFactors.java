package org.openpriorauth.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.openpriorauth.identity.model.IdentityRepository;
import org.openpriorauth.identity.model.SecondFactor;
import org.openpriorauth.identity.model.SecondFactorRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.notification.Mails;

/**
 * The short transactions around a second factor. A code counts once, whoever is quicker; a recovery
 * code counts once for ever. They answer with values: a refusal must be remembered.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SecondFactors {
  /** How many recovery codes a person gets. */
  static final int CODES = 10;

  private static final String PLACE = "second_factor.secret";
  private static final int CODE_BYTES = 15;
  private static final int CODE_GROUP = 4;

  private final SecureRandom random = new SecureRandom();

  @Inject SecondFactorRepository factors;
  @Inject IdentityRepository identities;
  @Inject FieldCipher cipher;
  @Inject Letters letters;
  @Inject Mails mails;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "openpriorauth.sign-in.second-factor-roles")
  List<String> roles;

  /**
   * @param since null if there is none
   * @param begun whether an authenticator waits for its first code
   * @param codesLeft recovery codes that were not used yet
   * @param required whether one of the person's roles may do nothing without
   */
  public record FactorView(Instant since, boolean begun, int codesLeft, boolean required) {}

  /** Takes a code of the authenticator, or a recovery code, at signing in. */
  @Requires(value = Requires.NOTHING, clinic = false)
  public boolean take(Caller anyone, UUID user, String code) {
    Instant now = clock.instant();
    Optional<SecondFactor> factor = factors.lock(user).filter(SecondFactor::confirmed);
    if (factor.isEmpty()) {
      return false;
    }
    if (takes(factor.get(), user, code, now)) {
      return true;
    }
    return factors.spendCode(user, hash(code), now);
  }

  @Requires(Requires.OWN_ACCOUNT)
  public FactorView view(Caller caller) {
    Optional<SecondFactor> factor = factors.find(caller.actor());
    return new FactorView(
        factor.map(SecondFactor::confirmedAt).orElse(null),
        factor.filter(f -> !f.confirmed()).isPresent(),
        factors.codesLeft(caller.actor()),
        required(caller.actor()));
  }

  /** A new secret, which waits for its first code; nothing if a factor is set up already. */
  @Requires(Requires.OWN_ACCOUNT)
  public Optional<byte[]> begin(Caller caller) {
    UUID user = caller.actor();
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    byte[] sealed = cipher.seal(PLACE, user, secret);
    Optional<SecondFactor> there = factors.lock(user);
    if (there.filter(SecondFactor::confirmed).isPresent()) {
      return Optional.empty();
    }
    there.ifPresentOrElse(
        factor -> factor.replace(sealed),
        () -> factors.add(new SecondFactor(user, sealed, clock.instant())));
    return Optional.of(secret);
  }

  /** The recovery codes, to be shown once; nothing if the code is wrong. */
  @Requires(Requires.OWN_ACCOUNT)
  public Optional<List<String>> confirm(Caller caller, String code) {
    Instant now = clock.instant();
    UUID user = caller.actor();
    Optional<SecondFactor> waiting =
        factors.lock(user).filter(f -> !f.confirmed()).filter(f -> takes(f, user, code, now));
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    waiting.get().confirm(now);
    List<String> codes = Stream.generate(this::recoveryCode).limit(CODES).toList();
    factors.replaceCodes(user, codes.stream().map(SecondFactors::hash).toList());
    audited.fire(Audited.of(caller, "factor.set", "user", user));
    tell(caller, "set up");
    return Optional.of(codes);
  }

  /** False if the person's role needs one. */
  @Requires(Requires.OWN_ACCOUNT)
  public boolean remove(Caller caller) {
    if (required(caller.actor())) {
      return false;
    }
    factors.lock(caller.actor()).ifPresent(factors::remove);
    factors.removeCodes(caller.actor());
    audited.fire(Audited.of(caller, "factor.remove", "user", caller.actor()));
    tell(caller, "taken away");
    return true;
  }

  private void tell(Caller caller, String what) {
    identities
        .findUser(caller.actor())
        .ifPresent(user -> mails.add(caller.clinic(), letters.factorChanged(user, what)));
  }

  private boolean required(UUID user) {
    return identities.membershipsOf(user).stream()
        .anyMatch(membership -> roles.contains(membership.role()));
  }

  private boolean takes(SecondFactor factor, UUID user, String code, Instant now) {
    byte[] secret = cipher.open(PLACE, user, factor.secret());
    OptionalLong step = Totp.step(secret, code.strip().replace(" ", ""), now);
    return step.isPresent() && factor.take(step.getAsLong());
  }

  /**
   * 120 random bits in base 32, which has no 0, 1 and 8 to take for letters, in six groups: enough
   * for a plain hash to keep them (OWASP ASVS 5.0, 6.5.2). Those handed out before have four.
   */
  private String recoveryCode() {
    byte[] bytes = new byte[CODE_BYTES];
    random.nextBytes(bytes);
    String all = Totp.base32(bytes).toLowerCase(Locale.ROOT);
    return all.replaceAll("(.{" + CODE_GROUP + "})(?!$)", "$1-");
  }

  /** Dashes, spaces and capitals are the typist's own. */
  private static byte[] hash(String code) {
    String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    try {
      return MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("The JDK lacks SHA-256.", e);
    }
  }
}
