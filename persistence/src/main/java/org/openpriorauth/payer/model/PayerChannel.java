package org.openpriorauth.payer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.openpriorauth.kernel.AuditedRecord;
import org.openpriorauth.kernel.ClinicId;

/** A payer's electronic door as one clinic uses it, with its subscription to the payer's word. */
@Entity
@Table(name = "payer_channel")
public class PayerChannel extends AuditedRecord {
  /** The only channel yet: FHIR PAS. */
  public static final String FHIR = "fhir";

  @Column(name = "payer_id", updatable = false)
  private UUID payerId;

  private String channel;

  @Column(name = "base_url")
  private String baseUrl;

  private byte[] credentials;
  private boolean active = true;

  @Column(name = "subscription_ref")
  private String subscriptionRef;

  @Column(name = "subscription_secret")
  private byte[] subscriptionSecret;

  @Column(name = "subscribed_at")
  private Instant subscribedAt;

  @Column(name = "notified_at")
  private Instant notifiedAt;

  /** For JPA. */
  protected PayerChannel() {}

  public PayerChannel(ClinicId clinic, UUID actor, Instant at, UUID payerId, String channel) {
    super(clinic, actor, at);
    this.payerId = payerId;
    this.channel = channel;
  }

  /**
   * Another address is another door: the subscription was the old one's.
   *
   * @param sealedCredentials null for a door that asks for none
   */
  public void open(String baseUrl, byte[] sealedCredentials, UUID actor, Instant at) {
    if (!baseUrl.equals(this.baseUrl)) {
      subscriptionRef = null;
      subscribedAt = null;
    }
    this.baseUrl = baseUrl;
    this.credentials = sealedCredentials == null ? null : sealedCredentials.clone();
    this.active = true;
    touched(actor, at);
  }

  /** Before the payer is asked: its handshake may come before its answer. */
  public void subscribing(byte[] sealedSecret) {
    subscriptionSecret = sealedSecret.clone();
  }

  public void subscribed(String reference, Instant at) {
    subscriptionRef = reference;
    subscribedAt = at;
  }

  public void heard(Instant at) {
    notifiedAt = at;
  }

  public UUID payerId() {
    return payerId;
  }

  public String channel() {
    return channel;
  }

  public String baseUrl() {
    return baseUrl;
  }

  public byte[] sealedCredentials() {
    return credentials == null ? null : credentials.clone();
  }

  public byte[] sealedSubscriptionSecret() {
    return subscriptionSecret == null ? null : subscriptionSecret.clone();
  }

  public boolean active() {
    return active;
  }

  public boolean subscribed() {
    return subscriptionRef != null;
  }

  public Instant subscribedAt() {
    return subscribedAt;
  }

  public Instant notifiedAt() {
    return notifiedAt;
  }
}
