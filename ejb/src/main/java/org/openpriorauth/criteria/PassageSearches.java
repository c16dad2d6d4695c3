package org.openpriorauth.criteria;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.openpriorauth.criteria.model.PassageSearchRepository;
import org.openpriorauth.kernel.ClinicId;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.wire.json.Json;

/** Keeps, sealed, what a language model was asked about criteria in words. */
@ApplicationScoped
public class PassageSearches {
  private static final String CONTENT = "passage_search.content";

  @Inject PassageSearchRepository searches;
  @Inject FieldCipher cipher;
  @Inject Clock clock;

  PassageSearch find(ClinicId clinic, UUID request) {
    return searches
        .find(clinic, request)
        .map(blob -> Json.read(cipher.open(CONTENT, request, blob), PassageSearch.class))
        .orElse(PassageSearch.NONE);
  }

  void save(ClinicId clinic, UUID request, PassageSearch search) {
    byte[] content = cipher.seal(CONTENT, request, Json.bytes(search));
    searches.save(clinic, request, content, clock.instant());
  }

  /** What was asked in vain is asked anew when the request is next assessed. */
  void forgetUnanswered(ClinicId clinic, UUID request) {
    PassageSearch search = find(clinic, request);
    List<PassageSearch.Line> answered =
        search.lines().stream().filter(PassageSearch.Line::answered).toList();
    if (answered.size() < search.lines().size()) {
      save(clinic, request, new PassageSearch(answered));
    }
  }
}
