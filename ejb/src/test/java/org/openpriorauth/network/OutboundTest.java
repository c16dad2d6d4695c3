package org.openpriorauth.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
  @ParameterizedTest
  @CsvSource({
    "http://fhir.payer.example/r4, address",
    "ftp://fhir.payer.example, address",
    "https://user:secret@fhir.payer.example, address",
    "https://fhir.payer.example/?to=me, address",
    "https://fhir.payer.example:22, port",
    "https://127.0.0.1/fhir, inside",
    "https://[::1]/fhir, inside",
    "https://[::ffff:10.0.0.1]/fhir, inside",
    "https://[64:ff9b::a00:1]/fhir, inside",
    "https://[fd00::1]/fhir, inside",
    "https://[fe80::1]/fhir, inside",
    "https://10.1.2.3/fhir, inside",
    "https://172.31.0.1/fhir, inside",
    "https://192.168.7.7:8443/fhir, inside",
    "https://169.254.169.254/latest/meta-data, inside",
    "https://100.100.100.200/, inside",
    "https://0.0.0.0/fhir, inside",
    "https://224.0.0.1/fhir, inside"
  })
  void whatIsNoPublicAddressByTlsIsRefusedAsWritten(String address, String why) {
    assertThat(outbound("", true).objection(URI.create(address)))
        .map(Outbound.Objection::code)
        .contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://fhir.payer.example/r4",
        "https://8.8.8.8/fhir",
        "https://[2606:4700::1111]:8443/r4"
      })
  void aPublicOneIsTaken(String address) {
    assertThat(outbound("", false).objection(URI.create(address))).isEmpty();
  }

  /** Each of them means this machine, and none is written as an address. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "2130706433", "127.1"})
  void aNameIsJudgedByWhatItMeans(String host) {
    Outbound outbound = outbound("", false);
    assertThat(outbound.objectionNow(URI.create("https://" + host + "/fhir")))
        .as("when it is set up")
        .isPresent();
    assertThatThrownBy(() -> outbound.addresses(host))
        .as("when it is connected to")
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void aNameThatNobodyKnowsYetIsJudgedWhenItIsConnectedTo() {
    URI later = URI.create("https://payer.invalid/fhir");
    assertThat(outbound("", false).objectionNow(later)).isEmpty();
    assertThatThrownBy(() -> outbound("", false).addresses("payer.invalid"))
        .isInstanceOf(UnknownHostException.class);
  }

  @Test
  void whatTheInstallationNamesIsTaken() throws UnknownHostException {
    Outbound outbound = outbound("10.20.0.0/16, localhost, fd00::/8", false);
    assertThat(outbound.objection(URI.create("https://10.20.3.4:9443/fhir"))).isEmpty();
    assertThat(outbound.objection(URI.create("https://10.21.3.4/fhir"))).isPresent();
    assertThat(outbound.objectionNow(URI.create("https://localhost:9443/fhir"))).isEmpty();
    assertThat(outbound.addresses("localhost")).contains(InetAddress.getLoopbackAddress());
    assertThat(outbound.objection(URI.create("http://localhost/fhir")))
        .as("not by http")
        .isPresent();
  }

  @Test
  void plainHttpIsForNamedHostsOnly() {
    Outbound outbound = outbound("127.0.0.1", true);
    assertThat(outbound.objection(URI.create("http://127.0.0.1:4711/fhir"))).isEmpty();
    assertThat(outbound.objection(URI.create("http://fhir.payer.example/r4"))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "*", "https://gateway.example", "a_b"})
  void aSettingThatCannotBeReadIsRefused(String setting) {
    assertThatThrownBy(() -> outbound(setting, false)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Outbound outbound(String allowed, boolean plainHttp) {
    Outbound outbound = new Outbound();
    outbound.allowed = Optional.of(allowed);
    outbound.usual = "443, 8443";
    outbound.plainHttp = plainHttp;
    outbound.read();
    return outbound;
  }
}
