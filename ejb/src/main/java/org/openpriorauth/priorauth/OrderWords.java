package org.openpriorauth.priorauth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.priorauth.model.PriorAuthRepository;
import org.openpriorauth.priorauth.model.PriorAuthorization;
import org.openpriorauth.priorauth.model.RequestedItem;
import org.openpriorauth.wire.json.Json;

/**
 * What an order says in words of others: they may tell who the patient is, and are sealed, in one
 * value for the whole order.
 */
@ApplicationScoped
public class OrderWords {
  private static final String WORDS = "prior_authorization.words";
  private static final String EXTERNAL_ID = "prior_authorization.external_id";

  @Inject PriorAuthRepository requests;
  @Inject FieldCipher cipher;

  /**
   * @param externalId what another system calls the request, or null
   * @param descriptions of its lines in their order, null for a line without
   */
  public record Words(String externalId, List<String> descriptions) {
    private static final Words NONE = new Words(null, List.of());

    public Words {
      descriptions = Collections.unmodifiableList(new ArrayList<>(descriptions));
    }

    static Words of(String externalId, List<OrderedService> services) {
      return new Words(externalId, services.stream().map(OrderedService::description).toList());
    }

    /** What was written beside the code of a line, or null. */
    public String beside(RequestedItem item) {
      int place = item.sequence() - 1;
      return place < descriptions.size() ? descriptions.get(place) : null;
    }

    private boolean none() {
      return externalId == null && descriptions.stream().allMatch(Objects::isNull);
    }
  }

  public Words of(PriorAuthorization request) {
    return request.sealedWords().map(blob -> open(request.id(), blob)).orElse(Words.NONE);
  }

  /** What was written beside the first code, or null. */
  public String besideFirst(UUID request, byte[] blob) {
    return open(request, blob).descriptions().get(0);
  }

  private Words open(UUID request, byte[] blob) {
    return Json.read(cipher.open(WORDS, request, blob), Words.class);
  }

  void say(PriorAuthorization request, Words words) {
    request.say(
        words.none() ? null : cipher.seal(WORDS, request.id(), Json.bytes(words)),
        words.externalId() == null ? null : index(request.clinic(), words.externalId()));
  }

  List<OrderedService> services(PriorAuthorization request) {
    Words words = of(request);
    return request.items().stream()
        .map(item -> new OrderedService(item.service(), words.beside(item)))
        .toList();
  }

  Optional<UUID> find(ClinicId clinic, String externalId) {
    return requests.findByExternalId(clinic, index(clinic, externalId));
  }

  private byte[] index(ClinicId clinic, String externalId) {
    return cipher.index(clinic, EXTERNAL_ID, externalId);
  }
}
