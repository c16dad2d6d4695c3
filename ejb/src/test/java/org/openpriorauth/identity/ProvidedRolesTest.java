package org.openpriorauth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpriorauth.kernel.Problem;

class ProvidedRolesTest {
  @Test
  void theEntryThatStandsFirstCountsForEachPractice() {
    ProvidedRoles roles = set("pa-admins=CH:admin; pa-nurses=CH:staff; pa-nurses=RB:read_only");
    assertThat(roles.of(Set.of("pa-nurses", "pa-admins", "cafeteria")))
        .isEqualTo(Map.of("CH", "admin", "RB", "read_only"));
    assertThat(roles.of(Set.of("pa-nurses"))).isEqualTo(Map.of("CH", "staff", "RB", "read_only"));
    assertThat(roles.of(Set.of("Pa-Nurses", "pa-nurse", ""))).isEmpty();
  }

  @Test
  void aGroupMayBeADirectorysName() {
    ProvidedRoles roles =
        set("CN=PA Nurses,OU=Groups,DC=hospital=CH:staff\nops=installation:operator");
    assertThat(roles.of(Set.of("CN=PA Nurses,OU=Groups,DC=hospital", "ops")))
        .isEqualTo(Map.of("CH", "staff", "installation", "operator"));
  }

  @Test
  void withoutTheSettingNobodyIsAnything() {
    ProvidedRoles roles = new ProvidedRoles();
    roles.setting = Optional.empty();
    roles.read();
    assertThat(roles.of(Set.of("pa-nurses"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pa-nurses", "pa-nurses=staff", "=CH:staff", "g=ch:staff", "g=CH:Staff"})
  void whatCannotBeReadIsNamed(String entry) {
    assertThatThrownBy(() -> set("ok=CH:staff; " + entry))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith(entry);
  }

  @Test
  void whatCannotBeReadLetsNobodyIn() {
    ProvidedRoles roles = new ProvidedRoles();
    roles.setting = Optional.of("pa-nurses=staff");
    roles.look();
    assertThatThrownBy(() -> roles.of(Set.of("pa-nurses"))).isInstanceOf(Problem.class);
  }

  private static ProvidedRoles set(String setting) {
    ProvidedRoles roles = new ProvidedRoles();
    roles.setting = Optional.of(setting);
    roles.read();
    return roles;
  }
}
