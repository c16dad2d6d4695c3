package org.openpriorauth.language.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/**
 * Which language model helps a clinic. Born off; an administrator turns it on by saying which, and
 * off again, with which the key is forgotten.
 */
@Entity
@Table(name = "language_model")
public class ModelSettings extends AuditedRecord {
  /** The adapter of a clinic that has no model. */
  public static final String NONE = "none";

  private String adapter = NONE;

  @Column(name = "base_url")
  private String baseUrl;

  private String model;

  @Column(name = "api_key")
  private byte[] apiKey;

  @Column(name = "monthly_tokens")
  private long monthlyTokens;

  @Column(name = "input_price")
  private BigDecimal inputPrice = BigDecimal.ZERO;

  @Column(name = "output_price")
  private BigDecimal outputPrice = BigDecimal.ZERO;

  /**
   * @param adapter {@link #NONE}, or who speaks with the model
   * @param monthlyTokens read and written together; nothing is asked beyond them
   * @param inputPrice dollars for a million tokens that the model reads
   * @param outputPrice dollars for a million tokens that it writes
   */
  public record Choice(
      String adapter,
      String baseUrl,
      String model,
      long monthlyTokens,
      BigDecimal inputPrice,
      BigDecimal outputPrice) {
    /** Of a clinic that never chose. */
    public static final Choice OFF =
        new Choice(NONE, null, null, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    public boolean on() {
      return !adapter.equals(NONE);
    }

    /** Whether the same system is spoken with: a key is for one alone. */
    public boolean reachesTheSame(Choice other) {
      return adapter.equals(other.adapter) && on() && baseUrl.equals(other.baseUrl);
    }
  }

  /** For JPA. */
  protected ModelSettings() {}

  public ModelSettings(ClinicId clinic, UUID actor, Instant at) {
    super(clinic, actor, at);
  }

  /**
   * @param sealedKey null for a model that asks for none
   */
  public void choose(Choice choice, byte[] sealedKey, UUID actor, Instant at) {
    adapter = choice.adapter();
    baseUrl = choice.baseUrl();
    model = choice.model();
    monthlyTokens = choice.monthlyTokens();
    inputPrice = choice.inputPrice();
    outputPrice = choice.outputPrice();
    apiKey = sealedKey == null ? null : sealedKey.clone();
    touched(actor, at);
  }

  public Choice choice() {
    return new Choice(adapter, baseUrl, model, monthlyTokens, inputPrice, outputPrice);
  }

  public byte[] sealedKey() {
    return apiKey == null ? null : apiKey.clone();
  }
}
