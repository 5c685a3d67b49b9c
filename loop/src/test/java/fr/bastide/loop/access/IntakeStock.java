package fr.bastide.loop.access;

import fr.bastide.kernel.Language;
import fr.bastide.loop.account.Secrets;
import fr.bastide.loop.intake.Channel;
import fr.bastide.loop.intake.Message;
import fr.bastide.loop.intake.Report;
import fr.bastide.loop.intake.ReportFile;
import fr.bastide.loop.intake.ReportForm;
import fr.bastide.loop.intake.ReportId;
import fr.bastide.loop.memory.House;
import java.util.Map;
import java.util.UUID;

/// A report with a file.
///
/// @param secret the secret of its link
/// @param report the report
/// @param file its file
/// @param call another report, that somebody told on the phone
record IntakeStock(String secret, Report report, UUID file, ReportId call) {

  static IntakeStock in(House house) {
    String secret = Secrets.fresh().value();
    Report report =
        house
            .reports()
            .open(
                Caller.VISITOR,
                secret,
                Language.FR,
                Map.of(ReportForm.PHONE, "06 00 00 00 00", ReportForm.MAIL, "zoe@exemple.fr"),
                false)
            .report();
    Message message = house.reports().say(Caller.VISITOR, secret, "Tout est arrêté.");
    ReportFile file =
        new ReportFile(
            UUID.randomUUID(),
            report.id(),
            message.id(),
            "ecran.png",
            "image/png",
            1,
            "0".repeat(64),
            message.at());
    house.ports().conversations().add(file, new byte[1]);
    ReportId call =
        house
            .queue()
            .bring(house.of(CentreRole.CSIRT_OPERATOR), Channel.CALL, Language.FR, Map.of())
            .id();
    return new IntakeStock(secret, report, file.id(), call);
  }
}
