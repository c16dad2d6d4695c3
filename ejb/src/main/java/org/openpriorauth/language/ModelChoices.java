package org.openpriorauth.language;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.openpriorauth.clinic.model.ClinicRepository;
import org.openpriorauth.kernel.Audited;
import org.openpriorauth.kernel.Caller;
import org.openpriorauth.kernel.ErrorCode;
import org.openpriorauth.kernel.Problem;
import org.openpriorauth.kernel.Requires;
import org.openpriorauth.keys.FieldCipher;
import org.openpriorauth.language.model.ModelSettings;
import org.openpriorauth.language.model.ModelSettings.Choice;
import org.openpriorauth.language.model.ModelSettingsRepository;

/** The short transaction of a choice; name servers are asked before it, never inside. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ModelChoices {
  static final String KEY = "language_model.api_key";

  @Inject ModelSettingsRepository settings;
  @Inject ClinicRepository clinics;
  @Inject FieldCipher cipher;
  @Inject Event<Audited> audited;
  @Inject Clock clock;

  /**
   * @param wanted checked already
   * @param key null keeps the one that is there, if it goes where it went before
   * @throws Problem STALE
   */
  @Requires("clinic:change")
  public void choose(Caller caller, long seen, Choice wanted, String key) {
    // Of two who choose at once, the second is told.
    clinics.lock(caller.clinic());
    ModelSettings row = settings.find(caller.clinic()).orElse(null);
    if (seen != version(row)) {
      throw Problem.of(ErrorCode.STALE);
    }
    if (row == null) {
      row = new ModelSettings(caller.clinic(), caller.actor(), clock.instant());
      settings.add(row);
    }
    Choice before = row.choice();
    byte[] blob = wanted.reachesTheSame(before) ? row.sealedKey() : null;
    if (key != null && wanted.on()) {
      blob = cipher.seal(KEY, row.id(), key.getBytes(StandardCharsets.UTF_8));
    }
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("before", said(before, row.sealedKey() != null));
    detail.put("after", said(wanted, blob != null));
    detail.put("new_key", key != null && wanted.on());
    detail.put("agreement", wanted.on());
    row.choose(wanted, blob, caller.actor(), clock.instant());
    settings.flush(caller.clinic());
    audited.fire(new Audited(caller, "language-model.change", "language_model", row.id(), detail));
  }

  /** 0 for a clinic that never chose. */
  static long version(ModelSettings row) {
    return row == null ? 0 : row.version() + 1;
  }

  private static Map<String, Object> said(Choice of, boolean key) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("adapter", of.adapter());
    said.put("base_url", of.on() ? of.baseUrl() : "");
    said.put("model", of.on() ? of.model() : "");
    said.put("monthly_tokens", of.monthlyTokens());
    said.put("input_price", of.inputPrice().toPlainString());
    said.put("output_price", of.outputPrice().toPlainString());
    said.put("key", key);
    return said;
  }
}
