package org.openpriorauth.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.operations.model.IdempotencyRepository;
import org.openpriorauth.wire.json.Json;

/**
 * Makes a thing once for each {@code Idempotency-Key}, in the transaction that makes it: the key
 * and the thing commit together or not at all, so no crash leaves a key without its answer.
 */
@ApplicationScoped
public class Idempotency {
  @Inject IdempotencyRepository keys;
  @Inject FieldCipher cipher;
  @Inject Clock clock;

  /**
   * @param action what the key is for; the same key may be used for another action
   * @param command what was asked; kept as a keyed hash, to tell a repetition from a mistake
   * @return the id made now, or by the earlier request with the same key
   * @throws Problem IDEMPOTENCY_REUSED if the earlier request asked for something else
   */
  public UUID once(Caller caller, String action, Object command, Supplier<UUID> make) {
    String key = caller.idempotencyKey().orElse(null);
    if (key == null) {
      return make.get();
    }
    byte[] fingerprint = cipher.index(caller.clinic(), action, Json.text(command));
    if (keys.take(caller.clinic(), action, key, fingerprint, clock.instant())) {
      UUID made = make.get();
      keys.made(caller.clinic(), action, key, made);
      return made;
    }
    IdempotencyRepository.Earlier earlier = keys.earlier(caller.clinic(), action, key);
    if (!Arrays.equals(earlier.fingerprint(), fingerprint)) {
      throw Problem.of(ErrorCode.IDEMPOTENCY_REUSED);
    }
    return earlier.subject();
  }
}
