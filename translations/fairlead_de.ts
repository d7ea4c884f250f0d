<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AbilitiesView</name>
    <message>
        <source>What this provider can do</source>
        <translation>Was dieser Anbieter kann</translation>
    </message>
    <message>
        <source>Device code</source>
        <translation>Gerätecode</translation>
    </message>
    <message>
        <source>No device code</source>
        <translation>Kein Gerätecode</translation>
    </message>
    <message>
        <source>Renewal</source>
        <translation>Erneuerung</translation>
    </message>
    <message>
        <source>No renewal</source>
        <translation>Keine Erneuerung</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>No verification</source>
        <translation>Keine Prüfung</translation>
    </message>
    <message>
        <source>Revocation</source>
        <translation>Widerruf</translation>
    </message>
    <message>
        <source>No revocation</source>
        <translation>Kein Widerruf</translation>
    </message>
    <message>
        <source>No revocation by this server</source>
        <translation>Kein Widerruf durch diesen Server</translation>
    </message>
    <message>
        <source>PKCE</source>
        <extracomment>PKCE is the name of a protection of OAuth</extracomment>
        <translation>PKCE</translation>
    </message>
    <message>
        <source>No PKCE</source>
        <translation>Kein PKCE</translation>
    </message>
    <message>
        <source>PKCE: not told by this server</source>
        <translation>PKCE: von diesem Server nicht mitgeteilt</translation>
    </message>
</context>
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Fairlead</source>
        <translation>Über Fairlead</translation>
    </message>
    <message>
        <source>Fairlead</source>
        <translation>Fairlead</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Shows the git providers your Coder accounts are linked to, and links and unlinks them.</source>
        <translation>Zeigt, mit welchen Git-Anbietern Coder-Konten verknüpft sind, verknüpft und trennt sie.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>This program</source>
        <translation>Dieses Programm</translation>
    </message>
    <message>
        <source>Windows, network, everything below</source>
        <translation>Fenster, Netz und alles darunter</translation>
    </message>
    <message>
        <source>Keeps tokens in the keyring</source>
        <translation>Bewahrt Token im Schlüsselbund auf</translation>
    </message>
    <message>
        <source>Draws QR codes</source>
        <translation>Zeichnet QR-Codes</translation>
    </message>
    <message>
        <source>The icons of the interface</source>
        <translation>Die Symbole der Oberfläche</translation>
    </message>
    <message>
        <source>The marks of providers</source>
        <translation>Die Zeichen der Anbieter</translation>
    </message>
    <message>
        <source>Licence texts</source>
        <translation>Lizenztexte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AccountRows</name>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>signed in</source>
        <translation>angemeldet</translation>
    </message>
    <message>
        <source>session ends %1</source>
        <extracomment>%1 is &quot;in 5 days&quot;, for instance</extracomment>
        <translation>Sitzungsende %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>What a screen reader says of an account: its name, and how it stands with it</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AccountStatus</name>
    <message>
        <source>keyring locked</source>
        <translation>Schlüsselbund gesperrt</translation>
    </message>
    <message>
        <source>no keyring</source>
        <translation>kein Schlüsselbund</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>stillgelegt</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>waiting for the keyring</source>
        <translation>wartet auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>asking for %1 s</source>
        <translation>fragt seit %1 s</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <extracomment>%1 is a trouble in a few words, such as &quot;offline&quot;</extracomment>
        <translation>%1, unverschlüsselt</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the person&apos;s own name for an account, %2 is &quot;ada on coder.example.com&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>could not check</source>
        <translation>nicht geprüft</translation>
    </message>
</context>
<context>
    <name>AccountStrip</name>
    <message>
        <source>This is the list as learnt %1; it may have changed.</source>
        <extracomment>%1 is &quot;2 hours ago&quot;</extracomment>
        <translation>Die Liste ist auf dem Stand von %1; sie kann sich geändert haben.</translation>
    </message>
    <message>
        <source>Offline.</source>
        <translation>Offline.</translation>
    </message>
    <message>
        <source>Waiting for the keyring.</source>
        <translation>Der Schlüsselbund wird abgewartet.</translation>
    </message>
    <message>
        <source>It may be asking you in another window.</source>
        <translation>Vielleicht fragt er in einem anderen Fenster nach.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;, %2 are sentences about it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>What a screen reader says of a button: its label, then the account it is for</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Your links are safe, and Fairlead asks again by itself.</source>
        <translation>Den Verknüpfungen passiert nichts, und Fairlead fragt von selbst wieder.</translation>
    </message>
    <message>
        <source>A provider behind Coder may be hanging: some servers wait for each of them. Check a single link, or ask your administrator.</source>
        <translation>Vielleicht hängt ein Anbieter hinter Coder: Manche Server warten auf jeden. Eine einzelne Verknüpfung prüfen oder die Administration fragen.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two sentences, one after the other</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 accounts: %2 Their lists may have changed.</source>
        <extracomment>%1 is a number, %2 is a sentence about each of so many accounts</extracomment>
        <translation>%1 Konten: %2 Ihre Listen können sich geändert haben.</translation>
    </message>
    <message>
        <source>%1 more accounts are in trouble. The list says which.</source>
        <translation>%1 weitere Konten haben Schwierigkeiten. Die Liste sagt, welche.</translation>
    </message>
    <message>
        <source>Your Coder session is about to end.</source>
        <translation>Die Coder-Sitzung geht bald zu Ende.</translation>
    </message>
    <message>
        <source>It ends %1. Sign in again, and everything stays.</source>
        <extracomment>%1 is &quot;in 2 days&quot;, for instance</extracomment>
        <translation>Ende: %1. Nach neuer Anmeldung bleibt alles, wie es ist.</translation>
    </message>
</context>
<context>
    <name>AccountSubject</name>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the person&apos;s own name for an account, %2 is &quot;ada on coder.example.com&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>AccountsDesk</name>
    <message>
        <source>The account could not be saved. It is there until Fairlead quits.</source>
        <translation>Das Konto konnte nicht gespeichert werden. Es ist da, bis Fairlead beendet wird.</translation>
    </message>
    <message>
        <source>The change could not be saved. It holds until Fairlead quits.</source>
        <translation>Die Änderung konnte nicht gespeichert werden. Sie gilt, bis Fairlead beendet wird.</translation>
    </message>
    <message>
        <source>The keyring still holds the token of the account that moved, so that account stays in the list.</source>
        <translation>Der Schlüsselbund hat noch das Token des umgezogenen Kontos, darum bleibt es in der Liste.</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>No account yet.</source>
        <translation>Noch kein Konto.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Name des Kontos</translation>
    </message>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Select an account first.</source>
        <translation>Zuerst ein Konto auswählen.</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>This account is the first already.</source>
        <translation>Dieses Konto ist schon das erste.</translation>
    </message>
    <message>
        <source>This account is the last already.</source>
        <translation>Dieses Konto ist schon das letzte.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>AddressField</name>
    <message>
        <source>Known addresses</source>
        <translation>Bekannte Adressen</translation>
    </message>
</context>
<context>
    <name>AddressStep</name>
    <message>
        <source>1.</source>
        <translation>1.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use https</source>
        <translation>https verwenden</translation>
    </message>
    <message>
        <source>Use http all the same</source>
        <translation>Trotzdem http verwenden</translation>
    </message>
    <message>
        <source>coder.example.com</source>
        <translation>coder.example.com</translation>
    </message>
    <message>
        <source>Use the session of the Coder command line</source>
        <translation>Sitzung der Befehlszeile verwenden</translation>
    </message>
    <message>
        <source>Use %1</source>
        <extracomment>%1 is the host of a deployment, such as coder.example.com</extracomment>
        <translation>%1 verwenden</translation>
    </message>
</context>
<context>
    <name>AdminTexts</name>
    <message>
        <source>Hello, %1 still keeps my link to the external authentication provider “%2”, which is no longer set up there, and Coder offers no way to remove such a link. Could you bring the provider back for a while, so that I can unlink it?</source>
        <extracomment>A message to an admin. %1 is the host of a deployment, %2 the id of a provider</extracomment>
        <translation>Hallo, %1 bewahrt noch meine Verknüpfung mit dem Anbieter „%2“ (External Authentication) auf, der dort nicht mehr eingerichtet ist, und Coder bietet keinen Weg, eine solche Verknüpfung zu entfernen. Kann der Anbieter für eine Weile wieder eingerichtet werden, damit ich sie trennen kann?</translation>
    </message>
    <message>
        <source>Hello, Fairlead finds no external authentication provider on %1. Could you set one up? It is done with the CODER_EXTERNAL_AUTH_0_* settings of the server; the Coder documentation has a page on external authentication.</source>
        <extracomment>A message to an admin. %1 is the host of a deployment</extracomment>
        <translation>Hallo, Fairlead findet auf %1 keinen Anbieter für External Authentication. Kann einer eingerichtet werden? Das geht mit den Einstellungen CODER_EXTERNAL_AUTH_0_* des Servers; in der Dokumentation von Coder gibt es eine Seite über External Authentication.</translation>
    </message>
</context>
<context>
    <name>AppController</name>
    <message>
        <source>No browser could be started. The link is on the clipboard.</source>
        <translation>Es konnte kein Browser gestartet werden. Der Link ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>Es konnte kein Browser gestartet werden.</translation>
    </message>
    <message>
        <source>The text is on the clipboard.</source>
        <translation>Der Text ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The clipboard did not take the text.</source>
        <translation>Die Zwischenablage hat den Text nicht angenommen.</translation>
    </message>
</context>
<context>
    <name>BrowserChoice</name>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Default browser</source>
        <translation>Standardbrowser</translation>
    </message>
    <message>
        <source>%1, private window</source>
        <extracomment>%1 is the name of a browser</extracomment>
        <translation>%1, privates Fenster</translation>
    </message>
</context>
<context>
    <name>BrowserLinkDialog</name>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Link in the browser</source>
        <translation>Im Browser verknüpfen</translation>
    </message>
    <message>
        <source>Link %1</source>
        <translation>%1 verknüpfen</translation>
    </message>
    <message>
        <source>for %1 on %2</source>
        <extracomment>for USER on SERVER</extracomment>
        <translation>für %1 auf %2</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on looking</source>
        <translation>Weiter nachsehen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Authorised apps on %1</source>
        <extracomment>The page of a provider that lists the apps a person lets in; %1 is its host</extracomment>
        <translation>Zugelassene Apps auf %1</translation>
    </message>
    <message>
        <source>Link %1 again</source>
        <translation>%1 erneut verknüpfen</translation>
    </message>
</context>
<context>
    <name>BrowserLinkTexts</name>
    <message>
        <source>Fairlead reads what is linked now.</source>
        <translation>Fairlead liest, was jetzt verknüpft ist.</translation>
    </message>
    <message>
        <source>Then the page on %1 opens.</source>
        <translation>Dann öffnet sich die Seite auf %1.</translation>
    </message>
    <message>
        <source>The page on %1 links %2 for whoever is signed in there. That must be %3.</source>
        <extracomment>%1 is a host, %2 a provider, %3 a Coder user</extracomment>
        <translation>Die Seite auf %1 verknüpft %2 für das Konto, das dort angemeldet ist. Das muss %3 sein.</translation>
    </message>
    <message>
        <source>Waiting until %1 is linked.</source>
        <translation>Warten, bis %1 verknüpft ist.</translation>
    </message>
    <message>
        <source>Fairlead looks every few seconds, and whenever you come back here.</source>
        <translation>Fairlead sieht alle paar Sekunden nach, und immer bei der Rückkehr in dieses Fenster.</translation>
    </message>
    <message>
        <source>If it is linked already, Fairlead will notice once Coder answers.</source>
        <translation>Wenn es schon verknüpft ist, merkt Fairlead das, sobald Coder antwortet.</translation>
    </message>
    <message>
        <source>Your Coder session has ended, so nothing is looked at now.</source>
        <translation>Die Coder-Sitzung ist zu Ende, darum wird jetzt nichts nachgesehen.</translation>
    </message>
    <message>
        <source>Sign in again, and Fairlead goes on looking.</source>
        <translation>Nach neuer Anmeldung sieht Fairlead weiter nach.</translation>
    </message>
    <message>
        <source>Nothing has changed yet.</source>
        <translation>Noch hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>If the page says that it is linked, look who is signed in to Coder there: Fairlead waits for %1.</source>
        <extracomment>%1 is a Coder user</extracomment>
        <translation>Wenn die Seite sagt, dass verknüpft ist: nachsehen, wer dort bei Coder angemeldet ist. Fairlead wartet auf %1.</translation>
    </message>
    <message>
        <source>%1 is linked as %2.</source>
        <translation>%1 ist als %2 verknüpft.</translation>
    </message>
    <message>
        <source>%1 is linked.</source>
        <translation>%1 ist verknüpft.</translation>
    </message>
    <message>
        <source>The link has changed, but Coder may only have renewed it.</source>
        <translation>Die Verknüpfung hat sich geändert, aber vielleicht hat Coder sie nur erneuert.</translation>
    </message>
    <message>
        <source>If you are still at it in the browser, let Fairlead go on looking.</source>
        <translation>Wenn es im Browser noch nicht fertig ist, Fairlead weiter nachsehen lassen.</translation>
    </message>
    <message>
        <source>The link of %1 has not changed.</source>
        <translation>Die Verknüpfung mit %1 hat sich nicht geändert.</translation>
    </message>
    <message>
        <source>Fairlead has stopped looking.</source>
        <translation>Fairlead sieht nicht mehr nach.</translation>
    </message>
    <message>
        <source>If you have linked it since, check again.</source>
        <translation>Wenn es seither verknüpft wurde, noch einmal prüfen.</translation>
    </message>
    <message>
        <source>The page on %1 was not opened.</source>
        <translation>Die Seite auf %1 wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>Es konnte kein Browser gestartet werden.</translation>
    </message>
    <message>
        <source>Open this address yourself:</source>
        <translation>Diese Adresse selbst öffnen:</translation>
    </message>
    <message>
        <source>Then you choose in which browser the page on %1 opens.</source>
        <translation>Danach ist zu wählen, in welchem Browser sich die Seite auf %1 öffnet.</translation>
    </message>
    <message>
        <source>The page on %1 links %2 anew for whoever is signed in there. That must be %3.</source>
        <extracomment>%1 is a host, %2 a provider, %3 a Coder user</extracomment>
        <translation>Die Seite auf %1 verknüpft %2 erneut für das Konto, das dort angemeldet ist. Das muss %3 sein.</translation>
    </message>
    <message>
        <source>It goes straight on to %1, which may take the account that is signed in there without asking. To link another one, sign out there first.</source>
        <extracomment>%1 is a provider</extracomment>
        <translation>Sie führt gleich weiter zu %1, wo das dort angemeldete Konto vielleicht ohne Rückfrage genommen wird. Um ein anderes zu verknüpfen, dort zuerst abmelden.</translation>
    </message>
    <message>
        <source>Waiting until %1 is linked anew.</source>
        <translation>Warten, bis %1 erneut verknüpft ist.</translation>
    </message>
    <message>
        <source>Fairlead looks a few times a minute, and whenever you come back here.</source>
        <translation>Fairlead sieht ein paarmal in der Minute nach, und immer bei der Rückkehr in dieses Fenster.</translation>
    </message>
    <message>
        <source>Fairlead goes on trying.</source>
        <translation>Fairlead versucht es weiter.</translation>
    </message>
    <message numerus="yes">
        <source>It wants %n second(s) of rest. Fairlead looks again after that.</source>
        <translation>
            <numerusform>Der Server bittet um %n Sekunde Pause. Danach sieht Fairlead wieder nach.</numerusform>
            <numerusform>Der Server bittet um %n Sekunden Pause. Danach sieht Fairlead wieder nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>If the provider has sent you back to a page that says that it is linked, look who is signed in to Coder there: Fairlead waits for %1.</source>
        <extracomment>%1 is a Coder user</extracomment>
        <translation>Wenn der Anbieter zurück auf eine Seite geführt hat, die sagt, dass verknüpft ist: nachsehen, wer dort bei Coder angemeldet ist. Fairlead wartet auf %1.</translation>
    </message>
    <message>
        <source>Coder no longer knows %1.</source>
        <translation>Coder kennt %1 nicht mehr.</translation>
    </message>
    <message>
        <source>So it can no longer be linked.</source>
        <translation>Verknüpfen ist deshalb nicht mehr möglich.</translation>
    </message>
    <message>
        <source>Ask your administrator whether it was removed.</source>
        <translation>Die Administration fragen, ob der Anbieter entfernt wurde.</translation>
    </message>
    <message>
        <source>So Fairlead cannot see whether %1 is linked.</source>
        <translation>Fairlead kann deshalb nicht sehen, ob %1 verknüpft ist.</translation>
    </message>
    <message>
        <source>Then Fairlead waits for the link.</source>
        <translation>Danach wartet Fairlead auf die Verknüpfung.</translation>
    </message>
    <message>
        <source>It was linked since Fairlead last looked, so no page was opened.</source>
        <translation>Die Verknüpfung ist entstanden, seit Fairlead zuletzt nachgesehen hat. Deshalb wurde keine Seite geöffnet.</translation>
    </message>
    <message>
        <source>The link has changed, but whether through the browser cannot be told.</source>
        <translation>Die Verknüpfung hat sich geändert; ob durch den Browser, ist nicht zu erkennen.</translation>
    </message>
    <message>
        <source>%1 was linked, but the link does not work yet.</source>
        <extracomment>%1 is a provider; Coder stored the new link, and the provider refuses it</extracomment>
        <translation>%1 wurde verknüpft, aber die Verknüpfung funktioniert noch nicht.</translation>
    </message>
    <message>
        <source>The page in the browser may say why, and let you try again. Fairlead goes on looking.</source>
        <translation>Die Seite im Browser nennt vielleicht den Grund und lässt einen neuen Versuch zu. Fairlead sieht weiter nach.</translation>
    </message>
    <message>
        <source>%1 was linked, but the link does not work.</source>
        <extracomment>%1 is a provider; Coder stored the new link, and the provider refuses it</extracomment>
        <translation>%1 wurde verknüpft, aber die Verknüpfung funktioniert nicht.</translation>
    </message>
    <message>
        <source>Try again on the page in the browser, then check again. If it stays, ask your administrator.</source>
        <translation>Auf der Seite im Browser erneut versuchen, dann erneut prüfen. Bleibt es dabei, hilft die Administration weiter.</translation>
    </message>
</context>
<context>
    <name>ChangedHostDialog</name>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>The page is on %1; until now this was %2.</source>
        <translation>Die Seite ist auf %1; bisher war das %2.</translation>
    </message>
    <message>
        <source>Open it only if you know why it changed. Your administrator can tell.</source>
        <translation>Nur öffnen, wenn klar ist, warum. Die Administration kann es sagen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Code zeigen</translation>
    </message>
    <message>
        <source>Hide code</source>
        <translation>Code verbergen</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>Copy code and open page</source>
        <translation>Code kopieren und Seite öffnen</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Enter the code there.</source>
        <translation>Den Code dort eingeben.</translation>
    </message>
    <message>
        <source>Check that it names the app you expect, then approve.</source>
        <translation>Prüfen, ob die erwartete App genannt wird, dann zustimmen.</translation>
    </message>
    <message>
        <source>This code belongs to this window. It is not from your authenticator app. Enter it only if you started this yourself; never enter a code that someone sent you.</source>
        <translation>Dieser Code gehört zu diesem Fenster. Er stammt nicht aus der Authenticator-App. Nur eingeben, wenn dies selbst begonnen wurde; nie einen Code eingeben, den jemand geschickt hat.</translation>
    </message>
    <message>
        <source>1.</source>
        <translation>1.</translation>
    </message>
    <message>
        <source>2.</source>
        <translation>2.</translation>
    </message>
    <message>
        <source>3.</source>
        <translation>3.</translation>
    </message>
    <message>
        <source>Copy the code and open %1</source>
        <translation>Den Code kopieren und %1 öffnen</translation>
    </message>
    <message>
        <source>The page is on %1; until now this was %2.</source>
        <translation>Die Seite ist auf %1; bisher war das %2.</translation>
    </message>
    <message>
        <source>Enter the code there only if you know why.</source>
        <translation>Den Code dort nur eingeben, wenn klar ist, warum.</translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>Es konnte kein Browser gestartet werden.</translation>
    </message>
    <message>
        <source>Open this address yourself, here or on another device:</source>
        <translation>Diese Adresse selbst öffnen, hier oder auf einem anderen Gerät:</translation>
    </message>
</context>
<context>
    <name>CommandLineTexts</name>
    <message>
        <source>Usage: fairlead [--address ADDRESS]

Shows the git links of your Coder accounts, links and unlinks them.

  --address ADDRESS  fill in the address of a deployment when adding an account
  --version          print the version
  --help             print this text</source>
        <translation>Aufruf: fairlead [--address ADRESSE]

Zeigt die Git-Verknüpfungen von Coder-Konten, verknüpft und trennt sie.

  --address ADRESSE  trägt beim Hinzufügen eines Kontos die Adresse einer Bereitstellung ein
  --version          gibt die Version aus
  --help             gibt diesen Text aus</translation>
    </message>
    <message>
        <source>Fairlead has no option %1. Try --help.</source>
        <translation>Fairlead hat keine Option %1. --help zeigt alle.</translation>
    </message>
    <message>
        <source>The option %1 needs a value. Try --help.</source>
        <translation>Die Option %1 braucht einen Wert. --help zeigt alle.</translation>
    </message>
    <message>
        <source>Fairlead takes no token on the command line, where others can read it. Paste it in the window.</source>
        <translation>Fairlead nimmt kein Token auf der Befehlszeile, wo andere es lesen können. Es gehört in das Fenster.</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <extracomment>The clipboard of the system did not take it</extracomment>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Not copied</source>
        <translation>Nicht kopiert</translation>
    </message>
</context>
<context>
    <name>DateTexts</name>
    <message>
        <source>today at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>heute um %1</translation>
    </message>
    <message>
        <source>tomorrow at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>morgen um %1</translation>
    </message>
    <message>
        <source>yesterday at %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>gestern um %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <extracomment>%1 is a date, %2 a time of day</extracomment>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>vor 1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>vor 1 Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>vor 1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>since today</source>
        <translation>seit heute</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>seit gestern</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in less than a minute</source>
        <translation>in weniger als einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>in %n min</source>
        <extracomment>Short for minutes, in a list</extracomment>
        <translation>
            <numerusform>in %n min</numerusform>
            <numerusform>in %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n hours</source>
        <translation>
            <numerusform>in %n Stunde</numerusform>
            <numerusform>in %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n min</source>
        <extracomment>Short for minutes, in a list: how long a state has lasted</extracomment>
        <translation>
            <numerusform>seit %n min</numerusform>
            <numerusform>seit %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>for 1 hour</source>
        <translation>seit 1 Stunde</translation>
    </message>
    <message numerus="yes">
        <source>for %n hours</source>
        <translation>
            <numerusform>seit %n Stunde</numerusform>
            <numerusform>seit %n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>for 1 day</source>
        <translation>seit 1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>for %n days</source>
        <translation>
            <numerusform>seit %n Tag</numerusform>
            <numerusform>seit %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:%2</source>
        <extracomment>minutes %1 and seconds %2, as a clock shows what is left of a time</extracomment>
        <translation>%1:%2</translation>
    </message>
</context>
<context>
    <name>DetailsHead</name>
    <message>
        <source>%1 The last check failed: %2</source>
        <extracomment>%1 is a sentence about a link, %2 one about why it could not be checked</extracomment>
        <translation>%1 Die letzte Prüfung schlug fehl: %2</translation>
    </message>
    <message>
        <source>%1 The page is on %2.</source>
        <extracomment>%1 is one or two sentences about a link; %2 is the host of a web page</extracomment>
        <translation>%1 Die Seite ist auf %2.</translation>
    </message>
    <message>
        <source>%1, not encrypted</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;</extracomment>
        <translation>%1, unverschlüsselt</translation>
    </message>
    <message>
        <source>%1 refused several links at the same moment, which points to a limit on requests rather than to the links. Wait an hour and check again before you reconnect.</source>
        <extracomment>%1 is the name of a provider, such as GitHub</extracomment>
        <translation>%1 hat mehrere Verknüpfungen im selben Augenblick abgelehnt; das deutet eher auf eine Begrenzung der Anfragen als auf die Verknüpfungen. Eine Stunde warten und noch einmal prüfen, bevor neu verknüpft wird.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the state of a link, such as &quot;Perhaps rate limited&quot;; %2 are sentences about it
----------
%1 are sentences about a link; %2 is what the server does not tell about it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>The list of this server does not tell; Fairlead asks for each link in turn.</source>
        <translation>Die Liste dieses Servers sagt es nicht; Fairlead fragt nach jeder Verknüpfung einzeln.</translation>
    </message>
    <message>
        <source>This server does not tell why.</source>
        <translation>Dieser Server sagt nicht, warum.</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Select a link to see its details.</source>
        <translation>Eine Verknüpfung auswählen, um mehr über sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>DeviceLinkDialog</name>
    <message>
        <source>Link by device code</source>
        <translation>Mit Gerätecode verknüpfen</translation>
    </message>
    <message>
        <source>Link %1</source>
        <translation>%1 verknüpfen</translation>
    </message>
    <message>
        <source>for %1 on %2</source>
        <extracomment>for USER on SERVER</extracomment>
        <translation>für %1 auf %2</translation>
    </message>
    <message>
        <source>Continue in background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Install app</source>
        <translation>App installieren</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Unlink…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Get a new code</source>
        <translation>Neuen Code holen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Keep link</source>
        <translation>Verknüpfung behalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>DeviceLinkTexts</name>
    <message>
        <source>Waiting for your approval. The code is valid for %1.</source>
        <translation>Warten auf die Zustimmung. Der Code gilt noch %1.</translation>
    </message>
    <message>
        <source>%1 keeps asking for longer pauses. If this goes on, check whether the clock of this computer runs too fast.</source>
        <translation>%1 bittet immer wieder um längere Pausen. Wenn das so weitergeht: nachsehen, ob die Uhr dieses Rechners vorgeht.</translation>
    </message>
    <message>
        <source>%1 asked us to wait a little longer between checks.</source>
        <translation>%1 hat um etwas längere Pausen zwischen den Anfragen gebeten.</translation>
    </message>
    <message>
        <source>Connection lost, trying again. The code is valid for %1.</source>
        <translation>Verbindung verloren, neuer Versuch folgt. Der Code gilt noch %1.</translation>
    </message>
    <message>
        <source>If you approved already, Fairlead will notice once it is back online.</source>
        <translation>Eine schon gegebene Zustimmung bemerkt Fairlead, sobald es wieder online ist.</translation>
    </message>
    <message>
        <source>Coder cannot reach %1, trying again. The code is valid for %2.</source>
        <translation>Coder erreicht %1 nicht, neuer Versuch folgt. Der Code gilt noch %2.</translation>
    </message>
    <message>
        <source>If you approved already, Fairlead will notice once %1 answers.</source>
        <translation>Eine schon gegebene Zustimmung bemerkt Fairlead, sobald %1 antwortet.</translation>
    </message>
    <message>
        <source>Your Coder session has ended, so nothing is checked now.</source>
        <translation>Die Coder-Sitzung ist zu Ende, darum wird jetzt nichts geprüft.</translation>
    </message>
    <message>
        <source>Sign in again to go on with the same code. It is valid for %1.</source>
        <translation>Nach neuer Anmeldung geht es mit demselben Code weiter. Er gilt noch %1.</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking %1 for a code.</source>
        <translation>Ein Code von %1 wird angefragt.</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Das dauert einen Augenblick.</translation>
    </message>
    <message>
        <source>Approved. Fairlead looks at the link once more.</source>
        <translation>Zugestimmt. Fairlead sieht sich die Verknüpfung noch einmal an.</translation>
    </message>
    <message>
        <source>Cancelled. Fairlead looks whether %1 was linked all the same.</source>
        <translation>Abgebrochen. Fairlead sieht nach, ob %1 trotzdem verknüpft wurde.</translation>
    </message>
    <message>
        <source>You can close this window; if it was, you are told.</source>
        <translation>Dieses Fenster kann geschlossen werden; wenn ja, kommt eine Nachricht.</translation>
    </message>
    <message>
        <source>Fairlead looks whether %1 was linked all the same.</source>
        <translation>Fairlead sieht nach, ob %1 trotzdem verknüpft wurde.</translation>
    </message>
    <message>
        <source>%1 is linked.</source>
        <translation>%1 ist verknüpft.</translation>
    </message>
    <message>
        <source>Coder does not tell with which account.</source>
        <translation>Coder sagt nicht, mit welchem Konto.</translation>
    </message>
    <message>
        <source>With which account could not be read yet.</source>
        <translation>Mit welchem Konto, konnte noch nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Linked as %1.</source>
        <translation>Verknüpft als %1.</translation>
    </message>
    <message>
        <source>Not you?</source>
        <translation>Falsches Konto?</translation>
    </message>
    <message>
        <source>Which account was linked before is not known.</source>
        <translation>Welches Konto vorher verknüpft war, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The same account as before.</source>
        <translation>Dasselbe Konto wie vorher.</translation>
    </message>
    <message>
        <source>Another account than before: it was %1.</source>
        <translation>Ein anderes Konto als vorher: Es war %1.</translation>
    </message>
    <message>
        <source>Coder accepted the approval.</source>
        <translation>Coder hat die Zustimmung angenommen.</translation>
    </message>
    <message>
        <source>The link of %1 could not be read yet.</source>
        <translation>Die Verknüpfung mit %1 konnte noch nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check it in the list in a moment; you need not approve again.</source>
        <translation>In einem Augenblick in der Liste prüfen; eine neue Zustimmung ist nicht nötig.</translation>
    </message>
    <message>
        <source>The link may have been approved before you cancelled.</source>
        <translation>Die Zustimmung kann vor dem Abbrechen gekommen sein.</translation>
    </message>
    <message>
        <source>%1 could not be looked up.</source>
        <translation>Nach %1 konnte nicht gesehen werden.</translation>
    </message>
    <message>
        <source>Check it in the list once Coder answers, and unlink it if you do not want it.</source>
        <translation>In der Liste prüfen, sobald Coder antwortet, und trennen, wenn sie nicht gewollt ist.</translation>
    </message>
    <message>
        <source>%1 is linked as %2.</source>
        <translation>%1 ist als %2 verknüpft.</translation>
    </message>
    <message>
        <source>The link was approved after you cancelled.</source>
        <translation>Die Zustimmung kam nach dem Abbrechen.</translation>
    </message>
    <message>
        <source>Keep it, or unlink it now.</source>
        <translation>Behalten oder jetzt trennen.</translation>
    </message>
    <message>
        <source>The link may have been approved after you cancelled.</source>
        <translation>Die Zustimmung kann nach dem Abbrechen gekommen sein.</translation>
    </message>
    <message>
        <source>It changed, but Coder may only have renewed it. Keep it, or unlink it now.</source>
        <translation>Sie hat sich geändert, aber vielleicht hat Coder sie nur erneuert. Behalten oder jetzt trennen.</translation>
    </message>
    <message>
        <source>Whether it was linked before is not known: look at the list.</source>
        <translation>Ob vorher verknüpft war, ist nicht bekannt: Die Liste zeigt es.</translation>
    </message>
    <message>
        <source>Nothing was linked.</source>
        <translation>Nichts wurde verknüpft.</translation>
    </message>
    <message>
        <source>This code has expired.</source>
        <translation>Dieser Code ist abgelaufen.</translation>
    </message>
    <message>
        <source>Get a new code when you are ready to enter it.</source>
        <translation>Einen neuen Code holen, wenn er gleich eingegeben werden kann.</translation>
    </message>
    <message>
        <source>Access was declined at %1.</source>
        <translation>Der Zugriff wurde bei %1 abgelehnt.</translation>
    </message>
    <message>
        <source>If that was not you, check which account your browser is signed in to.</source>
        <translation>Wenn das ein Versehen war: nachsehen, mit welchem Konto der Browser angemeldet ist.</translation>
    </message>
    <message>
        <source>Coder could not store the link.</source>
        <translation>Coder konnte die Verknüpfung nicht speichern.</translation>
    </message>
    <message>
        <source>Show the request under Details to your administrator.</source>
        <translation>Die Anfrage unter „Einzelheiten“ der Administration zeigen.</translation>
    </message>
    <message>
        <source>%1 refused to go on with this code.</source>
        <translation>%1 hat es abgelehnt, mit diesem Code weiterzumachen.</translation>
    </message>
    <message>
        <source>What it said is under Details. A new code may help; if not, ask your administrator.</source>
        <translation>Die Antwort steht unter „Einzelheiten“. Ein neuer Code kann helfen; sonst die Administration fragen.</translation>
    </message>
    <message>
        <source>%1 gave no code that can be used.</source>
        <translation>%1 hat keinen brauchbaren Code gegeben.</translation>
    </message>
    <message>
        <source>It may not be set up for device codes. Ask your administrator.</source>
        <translation>Vielleicht ist der Anbieter nicht für Gerätecodes eingerichtet. Die Administration fragen.</translation>
    </message>
    <message>
        <source>The app is not installed anywhere yet, so Coder reaches no repositories.</source>
        <translation>Die App ist noch nirgends installiert, darum erreicht Coder keine Repositorys.</translation>
    </message>
    <message>
        <source>Ask your administrator how to install it.</source>
        <translation>Die Administration fragen, wie sie installiert wird.</translation>
    </message>
    <message>
        <source>The page is on %1.</source>
        <translation>Die Seite ist auf %1.</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests. The code is valid for %2.</source>
        <extracomment>%1 is a deployment, %2 a time</extracomment>
        <translation>%1 bittet um weniger Anfragen. Der Code gilt noch %2.</translation>
    </message>
    <message>
        <source>If you approved already, Fairlead will notice when it asks again.</source>
        <translation>Eine schon gegebene Zustimmung bemerkt Fairlead bei der nächsten Anfrage.</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>EmptyContent</name>
    <message>
        <source>Add your Coder account</source>
        <translation>Ein Coder-Konto hinzufügen</translation>
    </message>
    <message>
        <source>Fairlead shows the git links Coder keeps for you, tells you when one breaks, and links again without a detour.</source>
        <translation>Fairlead zeigt die Git-Verknüpfungen, die Coder aufbewahrt, sagt Bescheid, wenn eine bricht, und verknüpft ohne Umweg neu.</translation>
    </message>
    <message>
        <source>Waiting for the keyring</source>
        <translation>Warten auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>It may be asking you in another window.</source>
        <translation>Vielleicht fragt er in einem anderen Fenster nach.</translation>
    </message>
    <message>
        <source>Opening your session</source>
        <translation>Die Sitzung wird geöffnet</translation>
    </message>
    <message>
        <source>Fairlead is reading your session token from the keyring.</source>
        <translation>Fairlead liest das Sitzungs-Token aus dem Schlüsselbund.</translation>
    </message>
    <message>
        <source>Looking at your links</source>
        <translation>Die Verknüpfungen werden angesehen</translation>
    </message>
    <message>
        <source>Fairlead is asking %1 for the first time in this run.</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>Fairlead fragt %1 zum ersten Mal seit dem Start.</translation>
    </message>
    <message>
        <source>No providers on %1</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>Keine Anbieter auf %1</translation>
    </message>
    <message>
        <source>You are signed in as %1, but an admin has not set up any git provider yet. You can send them this:</source>
        <extracomment>%1 is the name of a Coder user</extracomment>
        <translation>Angemeldet als %1, aber die Administration hat noch keinen Git-Anbieter eingerichtet. Dieser Text ist für sie:</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted. %2</source>
        <extracomment>%1 is the host of a deployment, %2 are sentences about the account there</extracomment>
        <translation>Die Verbindung zu %1 ist nicht verschlüsselt. %2</translation>
    </message>
    <message>
        <source>A provider behind Coder may be hanging: some servers wait for each of them. Fairlead asks again by itself; if it stays so, ask your administrator.</source>
        <translation>Vielleicht hängt ein Anbieter hinter Coder: Manche Server warten auf jeden. Fairlead fragt von selbst wieder; bleibt es dabei, die Administration fragen.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Text for the admin</source>
        <translation>Text für die Administration</translation>
    </message>
</context>
<context>
    <name>EndingPanel</name>
    <message>
        <source>Unlink</source>
        <translation>Trennen</translation>
    </message>
</context>
<context>
    <name>EnlargedQr</name>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
    <message>
        <source>QR code of the page, enlarged</source>
        <translation>QR-Code der Seite, vergrößert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Linked as</source>
        <translation>Verknüpft als</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Linked since</source>
        <translation>Verknüpft seit</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Links by</source>
        <translation>Wird verknüpft per</translation>
    </message>
    <message>
        <source>Learnt</source>
        <extracomment>When Fairlead last heard about a link</extracomment>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Authorised apps</source>
        <extracomment>The page of a provider that lists the apps a person lets in</extracomment>
        <translation>Zugelassene Apps</translation>
    </message>
    <message>
        <source>Coder session</source>
        <extracomment>Until when the person is signed in to Coder</extracomment>
        <translation>Coder-Sitzung</translation>
    </message>
</context>
<context>
    <name>InstallationsView</name>
    <message>
        <source>Install for another account</source>
        <translation>Für ein weiteres Konto installieren</translation>
    </message>
    <message>
        <source>App installations</source>
        <translation>Installationen der App</translation>
    </message>
    <message>
        <source>These buttons open %1 in your browser.</source>
        <extracomment>%1 is the host of web pages</extracomment>
        <translation>Diese Tasten öffnen %1 im Browser.</translation>
    </message>
    <message>
        <source>The page to install it for another account is on %1.</source>
        <extracomment>%1 is the host of a web page</extracomment>
        <translation>Die Seite zum Installieren für ein weiteres Konto ist auf %1.</translation>
    </message>
    <message>
        <source>There may be more: Coder tells only the first ones.</source>
        <translation>Es kann mehr geben: Coder nennt nur die ersten.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>Configure</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Configure %1</source>
        <extracomment>%1 is an account of a provider at which an app is installed</extracomment>
        <translation>%1 einrichten</translation>
    </message>
</context>
<context>
    <name>KeepStep</name>
    <message>
        <source>4.</source>
        <translation>4.</translation>
    </message>
    <message>
        <source>Keep the token</source>
        <translation>Das Token aufbewahren</translation>
    </message>
    <message>
        <source>In the system keyring</source>
        <translation>Im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Only until Fairlead quits</source>
        <translation>Nur bis Fairlead beendet wird</translation>
    </message>
    <message>
        <source>Coder has to say first whose token it is.</source>
        <translation>Zuerst muss Coder sagen, wem das Token gehört.</translation>
    </message>
    <message>
        <source>Waiting for the keyring.</source>
        <translation>Der Schlüsselbund wird abgewartet.</translation>
    </message>
    <message>
        <source>It may be asking you in another window.</source>
        <translation>Vielleicht fragt er in einem anderen Fenster nach.</translation>
    </message>
    <message>
        <source>Asking the keyring.</source>
        <translation>Der Schlüsselbund wird gefragt.</translation>
    </message>
    <message>
        <source>Cancel waiting for the keyring</source>
        <translation>Abbrechen: nicht mehr auf den Schlüsselbund warten</translation>
    </message>
</context>
<context>
    <name>LinkActions</name>
    <message>
        <source>Link…</source>
        <extracomment>A verb: connect an account</extracomment>
        <translation>Verknüpfen…</translation>
    </message>
    <message>
        <source>Reconnect…</source>
        <translation>Neu verknüpfen…</translation>
    </message>
    <message>
        <source>Open page in browser</source>
        <translation>Seite im Browser öffnen</translation>
    </message>
    <message>
        <source>Install app</source>
        <translation>App installieren</translation>
    </message>
    <message>
        <source>Copy text for the admin</source>
        <translation>Text für die Administration kopieren</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Unlink…</source>
        <translation>Trennen…</translation>
    </message>
    <message>
        <source>Try to unlink…</source>
        <translation>Trennen versuchen…</translation>
    </message>
    <message>
        <source>This needs the deployment, which cannot be reached at present.</source>
        <translation>Dazu ist die Bereitstellung nötig, die derzeit nicht erreichbar ist.</translation>
    </message>
    <message>
        <source>This needs your session token, which Fairlead is still reading from the keyring.</source>
        <translation>Dazu ist das Sitzungs-Token nötig, das Fairlead noch aus dem Schlüsselbund liest.</translation>
    </message>
    <message>
        <source>This needs you to be signed in.</source>
        <translation>Dazu ist eine Anmeldung nötig.</translation>
    </message>
</context>
<context>
    <name>LinkList</name>
    <message>
        <source>Links</source>
        <translation>Verknüpfungen</translation>
    </message>
</context>
<context>
    <name>LinkNewsTexts</name>
    <message>
        <source>A provider is linked</source>
        <extracomment>In all titles %1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>Ein Anbieter ist verknüpft</translation>
    </message>
    <message>
        <source>%1 is linked</source>
        <translation>%1 ist verknüpft</translation>
    </message>
    <message>
        <source>Coder accepted the approval for a provider</source>
        <translation>Coder hat die Zustimmung für einen Anbieter angenommen</translation>
    </message>
    <message>
        <source>Coder accepted the approval for %1</source>
        <translation>Coder hat die Zustimmung für %1 angenommen</translation>
    </message>
    <message>
        <source>Access was declined at a provider</source>
        <translation>Der Zugriff wurde bei einem Anbieter abgelehnt</translation>
    </message>
    <message>
        <source>Access was declined at %1</source>
        <translation>Der Zugriff wurde bei %1 abgelehnt</translation>
    </message>
    <message>
        <source>The code for a provider has expired</source>
        <translation>Der Code für einen Anbieter ist abgelaufen</translation>
    </message>
    <message>
        <source>The code for %1 has expired</source>
        <translation>Der Code für %1 ist abgelaufen</translation>
    </message>
    <message>
        <source>A provider could not be linked</source>
        <translation>Ein Anbieter konnte nicht verknüpft werden</translation>
    </message>
    <message>
        <source>%1 could not be linked</source>
        <translation>%1 konnte nicht verknüpft werden</translation>
    </message>
    <message>
        <source>A provider&apos;s link has changed</source>
        <translation>Die Verknüpfung mit einem Anbieter hat sich geändert</translation>
    </message>
    <message>
        <source>The link of %1 has changed</source>
        <translation>Die Verknüpfung mit %1 hat sich geändert</translation>
    </message>
    <message>
        <source>Fairlead has stopped looking at a provider</source>
        <translation>Fairlead sieht nicht mehr nach einem Anbieter</translation>
    </message>
    <message>
        <source>Fairlead has stopped looking at %1</source>
        <translation>Fairlead sieht nicht mehr nach %1</translation>
    </message>
    <message>
        <source>Whether a provider is linked is not known</source>
        <translation>Ob ein Anbieter verknüpft ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>Whether %1 is linked is not known</source>
        <translation>Ob %1 verknüpft ist, ist nicht bekannt</translation>
    </message>
    <message>
        <source>A provider is linked although you cancelled</source>
        <translation>Ein Anbieter ist trotz Abbruchs verknüpft</translation>
    </message>
    <message>
        <source>%1 is linked although you cancelled</source>
        <translation>%1 ist trotz Abbruchs verknüpft</translation>
    </message>
    <message>
        <source>A provider may be linked although you cancelled</source>
        <translation>Ein Anbieter ist vielleicht trotz Abbruchs verknüpft</translation>
    </message>
    <message>
        <source>%1 may be linked although you cancelled</source>
        <translation>%1 ist vielleicht trotz Abbruchs verknüpft</translation>
    </message>
    <message>
        <source>For your account on %1.</source>
        <extracomment>In all these sentences %1 is the host of a Coder deployment</extracomment>
        <translation>Für das Konto auf %1.</translation>
    </message>
    <message>
        <source>The link on %1 could not be read yet.</source>
        <translation>Die Verknüpfung auf %1 konnte noch nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing was linked on %1.</source>
        <translation>Auf %1 wurde nichts verknüpft.</translation>
    </message>
    <message>
        <source>Fairlead shows what %1 said.</source>
        <translation>Fairlead zeigt, was %1 gesagt hat.</translation>
    </message>
    <message>
        <source>Coder on %1 may only have renewed it.</source>
        <translation>Vielleicht hat Coder auf %1 sie nur erneuert.</translation>
    </message>
    <message>
        <source>No new link was seen on %1. If you have made one, check again.</source>
        <translation>Auf %1 war keine neue Verknüpfung zu sehen. Wenn es eine gibt, noch einmal prüfen.</translation>
    </message>
    <message>
        <source>An answer of %1 was lost. Look at the list.</source>
        <translation>Eine Antwort von %1 ging verloren. Die Liste zeigt den Stand.</translation>
    </message>
    <message>
        <source>Look at it on %1, and unlink it if you did not mean it.</source>
        <translation>Auf %1 ansehen und trennen, wenn es nicht gewollt war.</translation>
    </message>
    <message>
        <source>The approval reached %1 before the cancelling. Unlink it if you did not mean it.</source>
        <translation>Die Zustimmung erreichte %1 vor dem Abbruch. Trennen, wenn sie nicht gewollt war.</translation>
    </message>
    <message>
        <source>Show link</source>
        <translation>Verknüpfung zeigen</translation>
    </message>
    <message>
        <source>Get a new code</source>
        <translation>Neuen Code holen</translation>
    </message>
    <message numerus="yes">
        <source>%n links need attention</source>
        <translation>
            <numerusform>%n Verknüpfung mit Handlungsbedarf</numerusform>
            <numerusform>%n Verknüpfungen mit Handlungsbedarf</numerusform>
        </translation>
    </message>
    <message>
        <source>The link of %1 ends soon</source>
        <translation>Die Verknüpfung mit %1 läuft bald ab</translation>
    </message>
    <message>
        <source>The link of a provider ends soon</source>
        <translation>Die Verknüpfung mit einem Anbieter läuft bald ab</translation>
    </message>
    <message>
        <source>%1 needs to be reconnected</source>
        <translation>%1 muss neu verknüpft werden</translation>
    </message>
    <message>
        <source>A provider needs to be reconnected</source>
        <translation>Ein Anbieter muss neu verknüpft werden</translation>
    </message>
    <message numerus="yes">
        <source>A provider on %1 and %n more.</source>
        <extracomment>%1 is the host of a Coder deployment, %n a number of links</extracomment>
        <translation>
            <numerusform>Ein Anbieter auf %1 und %n weiterer.</numerusform>
            <numerusform>Ein Anbieter auf %1 und %n weitere.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2 and %n more.</source>
        <extracomment>%1 is the name of a Git provider, %2 the host of a Coder deployment, %n a number of links</extracomment>
        <translation>
            <numerusform>%1 auf %2 und %n weiterer.</numerusform>
            <numerusform>%1 auf %2 und %n weitere.</numerusform>
        </translation>
    </message>
    <message>
        <source>It does not work on %1 until then.</source>
        <translation>Bis dahin funktioniert es auf %1 nicht.</translation>
    </message>
    <message>
        <source>It does not renew itself. Reconnect it on %1 in time.</source>
        <translation>Sie erneuert sich nicht selbst. Rechtzeitig auf %1 neu verknüpfen.</translation>
    </message>
    <message>
        <source>Your Coder session is about to end</source>
        <translation>Die Coder-Sitzung geht bald zu Ende</translation>
    </message>
    <message>
        <source>On %1 it ends %2. Sign in again, and everything stays.</source>
        <extracomment>%1 is the host of a Coder deployment, %2 is &quot;tomorrow at 18:40&quot;, for instance</extracomment>
        <translation>Auf %1: %2. Nach neuer Anmeldung bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Show Fairlead</source>
        <translation>Fairlead zeigen</translation>
    </message>
    <message>
        <source>For %1 on %2 it ends %3. Sign in again, and everything stays.</source>
        <extracomment>%1 is the name of a Coder user, %2 the host of a Coder deployment, %3 is &quot;tomorrow at 18:40&quot;, for instance</extracomment>
        <translation>%1 auf %2: %3. Nach neuer Anmeldung bleibt alles, wie es ist.</translation>
    </message>
    <message>
        <source>A provider was linked, but the link does not work</source>
        <translation>Ein Anbieter wurde verknüpft, aber die Verknüpfung funktioniert nicht</translation>
    </message>
    <message>
        <source>%1 was linked, but the link does not work</source>
        <translation>%1 wurde verknüpft, aber die Verknüpfung funktioniert nicht</translation>
    </message>
    <message>
        <source>Fairlead shows what to do on %1.</source>
        <translation>Fairlead zeigt, was auf %1 zu tun ist.</translation>
    </message>
</context>
<context>
    <name>LinkRows</name>
    <message>
        <source>expanded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>collapsed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is the second line of a row, %2 a time: &quot;as @ada, in 5 hours&quot;
----------
What a screen reader says of a group: its name, and a count or a trouble</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>Andere Dienste</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>What a screen reader says of a link: provider, account, state</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Perhaps rate limited</source>
        <extracomment>The state of a link, shorter than 22 letters</extracomment>
        <translation>Vielleicht begrenzt</translation>
    </message>
</context>
<context>
    <name>LinkTexts</name>
    <message>
        <source>Reconnect needed</source>
        <translation>Neu verknüpfen nötig</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Expires soon</source>
        <translation>Läuft bald ab</translation>
    </message>
    <message>
        <source>App not installed</source>
        <translation>App nicht installiert</translation>
    </message>
    <message>
        <source>Valid</source>
        <extracomment>A link that works</extracomment>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Renews itself</source>
        <translation>Erneuert sich selbst</translation>
    </message>
    <message>
        <source>Not verifiable</source>
        <translation>Nicht prüfbar</translation>
    </message>
    <message>
        <source>Provider unreachable</source>
        <translation>Anbieter nicht erreichbar</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Anfragen begrenzt</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>Nicht verknüpft</translation>
    </message>
    <message>
        <source>Provider removed</source>
        <translation>Anbieter entfernt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Needed to be reconnected</source>
        <translation>Musste neu verknüpft werden</translation>
    </message>
    <message>
        <source>Had expired</source>
        <translation>War abgelaufen</translation>
    </message>
    <message>
        <source>Was about to expire</source>
        <translation>Lief bald ab</translation>
    </message>
    <message>
        <source>Had no app installed</source>
        <translation>Hatte keine App installiert</translation>
    </message>
    <message>
        <source>Was valid</source>
        <translation>War gültig</translation>
    </message>
    <message>
        <source>Renewed itself</source>
        <translation>Erneuerte sich selbst</translation>
    </message>
    <message>
        <source>Could not be verified</source>
        <translation>War nicht prüfbar</translation>
    </message>
    <message>
        <source>Could not be checked, the provider was unreachable,</source>
        <translation>Konnte nicht geprüft werden, der Anbieter war nicht erreichbar</translation>
    </message>
    <message>
        <source>Could not be checked, the provider limited it,</source>
        <translation>Konnte nicht geprüft werden, der Anbieter begrenzte es</translation>
    </message>
    <message>
        <source>Was not linked</source>
        <translation>War nicht verknüpft</translation>
    </message>
    <message>
        <source>Had lost its provider</source>
        <translation>Hatte den Anbieter verloren</translation>
    </message>
    <message>
        <source>Was unknown</source>
        <translation>War unbekannt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>%1 is the state of a link, such as &quot;Renews itself&quot;; %2 is the sentence that explains it</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <extracomment>%1 is the state of a link, here a sentence of its own</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1 when last seen, %2.</source>
        <extracomment>%1 is what a link was, such as &quot;Renewed itself&quot;; %2 is &quot;2 hours ago&quot;</extracomment>
        <translation>%1 (zuletzt gesehen: %2).</translation>
    </message>
    <message>
        <source>It works until %1 and does not renew itself. Nothing to do before then.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Sie gilt bis %1 und erneuert sich nicht selbst. Vorher ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Git in your workspaces can use it. Nothing to do.</source>
        <translation>Git in den Arbeitsbereichen kann sie verwenden. Nichts zu tun.</translation>
    </message>
    <message>
        <source>Coder on %1 is set up not to check this link, so only Git can tell whether it works.</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>Coder auf %1 ist so eingerichtet, dass es diese Verknüpfung nicht prüft; nur Git kann sagen, ob sie funktioniert.</translation>
    </message>
    <message>
        <source>This deployment no longer has a provider “%1”. Coder still keeps your link, but offers no way to remove it; an admin can bring the provider back.</source>
        <extracomment>%1 is the id of a provider</extracomment>
        <translation>Diese Bereitstellung hat keinen Anbieter „%1“ mehr. Coder bewahrt die Verknüpfung noch auf, bietet aber keinen Weg, sie zu entfernen; die Administration kann den Anbieter zurückholen.</translation>
    </message>
    <message>
        <source>%1 no longer accepts this link. Clones and pushes fail until you reconnect.</source>
        <extracomment>%1 is the name of a provider, such as GitLab</extracomment>
        <translation>%1 nimmt diese Verknüpfung nicht mehr an. Clone und Push scheitern, bis neu verknüpft ist.</translation>
    </message>
    <message>
        <source>It ends %1 and does not renew itself. Reconnect before then.</source>
        <extracomment>%1 is a point in time, such as &quot;tomorrow at 18:40&quot;</extracomment>
        <translation>Ende: %1. Sie erneuert sich nicht selbst. Vorher neu verknüpfen.</translation>
    </message>
    <message>
        <source>It ended %1. Clones and pushes fail until you reconnect.</source>
        <extracomment>%1 is a point in time, such as &quot;yesterday at 18:40&quot;</extracomment>
        <translation>Ende: %1. Clone und Push scheitern, bis neu verknüpft ist.</translation>
    </message>
    <message>
        <source>It has ended. Clones and pushes fail until you reconnect.</source>
        <translation>Sie ist zu Ende. Clone und Push scheitern, bis neu verknüpft ist.</translation>
    </message>
    <message>
        <source>The app that gives Coder access is installed for no account at %1 yet. The page to install it is on %2.</source>
        <extracomment>%1 is the name of a provider, such as GitHub; %2 is the host of a web page</extracomment>
        <translation>Die App, die Coder Zugriff gibt, ist bei %1 noch für kein Konto installiert. Die Seite zum Installieren ist auf %2.</translation>
    </message>
    <message>
        <source>The app that gives Coder access is installed for no account at %1 yet. The address Coder gives for it cannot be opened; an admin can correct it.</source>
        <extracomment>%1 is the name of a provider, such as GitHub</extracomment>
        <translation>Die App, die Coder Zugriff gibt, ist bei %1 noch für kein Konto installiert. Die Adresse, die Coder dafür nennt, kann nicht geöffnet werden; die Administration kann sie berichtigen.</translation>
    </message>
    <message>
        <source>The app that gives Coder access is installed for no account at %1 yet. Coder gives no address for it; an admin can tell you where to install it.</source>
        <extracomment>%1 is the name of a provider, such as GitHub</extracomment>
        <translation>Die App, die Coder Zugriff gibt, ist bei %1 noch für kein Konto installiert. Coder nennt keine Adresse dafür; die Administration weiß, wo sie zu installieren ist.</translation>
    </message>
    <message>
        <source>Coder renews this link in time. Nothing to do.</source>
        <translation>Coder erneuert diese Verknüpfung rechtzeitig. Nichts zu tun.</translation>
    </message>
    <message>
        <source>Coder renews this link the next time it is used or checked. Nothing to do.</source>
        <translation>Coder erneuert diese Verknüpfung, wenn sie das nächste Mal verwendet oder geprüft wird. Nichts zu tun.</translation>
    </message>
    <message>
        <source>Coder renews this link in time, next before %1 today. Nothing to do.</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation>Coder erneuert diese Verknüpfung rechtzeitig, als Nächstes heute vor %1. Nichts zu tun.</translation>
    </message>
    <message>
        <source>Coder renews this link in time, next before %1. Nothing to do.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Coder erneuert diese Verknüpfung rechtzeitig, als Nächstes vor dem %1. Nichts zu tun.</translation>
    </message>
    <message>
        <source>%1 limits how often Coder may ask. The link may be fine: wait, do not unlink.</source>
        <extracomment>%1 is the name of a provider, such as Slack</extracomment>
        <translation>%1 begrenzt, wie oft Coder fragen darf. Die Verknüpfung kann in Ordnung sein: abwarten, nicht trennen.</translation>
    </message>
    <message>
        <source>Coder could not reach %1. The link may be fine: wait, do not unlink.</source>
        <extracomment>%1 is the name of a provider, such as Bitbucket Server</extracomment>
        <translation>Coder konnte %1 nicht erreichen. Die Verknüpfung kann in Ordnung sein: abwarten, nicht trennen.</translation>
    </message>
    <message>
        <source>Coder has not reached %1 for %2. The link may be fine: wait, do not unlink.</source>
        <extracomment>%1 is the name of a provider, such as Bitbucket Server; %2 is &quot;20 minutes&quot;</extracomment>
        <translation>Coder hat %1 seit %2 nicht erreicht. Die Verknüpfung kann in Ordnung sein: abwarten, nicht trennen.</translation>
    </message>
    <message>
        <source>Link it to use it from your workspaces.</source>
        <translation>Verknüpfen, um den Dienst aus Arbeitsbereichen zu verwenden.</translation>
    </message>
    <message>
        <source>Link it to clone and push from your workspaces.</source>
        <translation>Verknüpfen, um aus Arbeitsbereichen zu klonen und zu pushen.</translation>
    </message>
    <message>
        <source>This provider has an id that cannot be used safely, so Fairlead asks nothing about it. An admin can correct it.</source>
        <translation>Die Kennung dieses Anbieters kann nicht sicher verwendet werden, darum fragt Fairlead nichts über ihn. Die Administration kann sie berichtigen.</translation>
    </message>
    <message>
        <source>Your session token may not read links. Sign in again with a token without limits.</source>
        <translation>Das Sitzungs-Token darf keine Verknüpfungen lesen. Mit einem Token ohne Einschränkungen neu anmelden.</translation>
    </message>
    <message>
        <source>Coder has not said yet whether this link works.</source>
        <translation>Coder hat noch nicht gesagt, ob diese Verknüpfung funktioniert.</translation>
    </message>
    <message>
        <source>Coder gives a reason that Fairlead does not know. Its words are behind Details.</source>
        <translation>Coder nennt einen Grund, den Fairlead nicht kennt. Der Wortlaut steht unter „Einzelheiten“.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is the name of a Coder user, %2 is the host of a deployment</extracomment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>links by device code</source>
        <translation>per Gerätecode</translation>
    </message>
    <message>
        <source>links in the browser</source>
        <translation>im Browser</translation>
    </message>
    <message>
        <source>as %1</source>
        <extracomment>%1 is the name of an account at a provider, such as @ada</extracomment>
        <translation>als %1</translation>
    </message>
    <message>
        <source>linked %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>does not expire</source>
        <translation>läuft nicht ab</translation>
    </message>
    <message>
        <source>expires %1</source>
        <extracomment>%1 is a date</extracomment>
        <translation>läuft am %1 ab</translation>
    </message>
    <message>
        <source>renewal is due</source>
        <translation>Erneuerung steht an</translation>
    </message>
    <message>
        <source>cannot be unlinked</source>
        <translation>nicht zu trennen</translation>
    </message>
    <message>
        <source>may not be asked</source>
        <translation>darf nicht fragen</translation>
    </message>
    <message>
        <source>see the details</source>
        <translation>siehe Einzelheiten</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Coder does not tell the account for this provider</source>
        <translation>Coder nennt das Konto bei diesem Anbieter nicht</translation>
    </message>
    <message>
        <source>Coder does not tell</source>
        <translation>Coder sagt es nicht</translation>
    </message>
    <message>
        <source>%1, renews itself before that</source>
        <extracomment>%1 is a point in time, such as &quot;today at 18:40&quot;</extracomment>
        <translation>%1, erneuert sich vorher selbst</translation>
    </message>
    <message>
        <source>%1, that is over</source>
        <extracomment>%1 is a point in time, such as &quot;yesterday at 18:40&quot;</extracomment>
        <translation>%1, das ist vorbei</translation>
    </message>
    <message>
        <source>%1, does not renew itself</source>
        <extracomment>%1 is a point in time, such as &quot;today at 18:40&quot;</extracomment>
        <translation>%1, erneuert sich nicht selbst</translation>
    </message>
    <message>
        <source>device code</source>
        <translation>Gerätecode</translation>
    </message>
    <message>
        <source>browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Not everything could be read. %1</source>
        <extracomment>%1 is a line such as: Coder said: “unexpected end of JSON input”</extracomment>
        <translation>Nicht alles konnte gelesen werden. %1</translation>
    </message>
    <message>
        <source>Git in your workspaces can use it. When it ends is not known yet.</source>
        <translation>Git in den Arbeitsbereichen kann sie verwenden. Wann sie endet, ist noch nicht bekannt.</translation>
    </message>
</context>
<context>
    <name>LinksPage</name>
    <message>
        <source>All links</source>
        <translation>Alle Verknüpfungen</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Filter links</source>
        <translation>Verknüpfungen filtern</translation>
    </message>
    <message>
        <source>Filter links (%1)</source>
        <translation>Verknüpfungen filtern (%1)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Filters by provider, login, account and state.</source>
        <translation>Filtert nach Anbieter, Anmeldename, Konto und Zustand.</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>No link matches “%1”</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>Keine Verknüpfung passt zu „%1“</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Fairlead</source>
        <translation>Fairlead</translation>
    </message>
    <message>
        <source>Fairlead – 1 needs attention</source>
        <translation>Fairlead – 1 mit Handlungsbedarf</translation>
    </message>
    <message numerus="yes">
        <source>Fairlead – %n need attention</source>
        <translation>
            <numerusform>Fairlead – %n mit Handlungsbedarf</numerusform>
            <numerusform>Fairlead – %n mit Handlungsbedarf</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Fairlead goes on in the tray</source>
        <translation>Fairlead läuft im Infobereich weiter</translation>
    </message>
    <message>
        <source>Its icon brings the window back. Quit is in the icon&apos;s menu.</source>
        <translation>Sein Symbol bringt das Fenster zurück. „Beenden“ steht im Menü des Symbols.</translation>
    </message>
    <message>
        <source>Fairlead stays open until the code is used or has expired.</source>
        <translation>Fairlead bleibt offen, bis der Code verwendet oder abgelaufen ist.</translation>
    </message>
    <message>
        <source>Fairlead stays open until the link is made in the browser.</source>
        <translation>Fairlead bleibt offen, bis im Browser verknüpft ist.</translation>
    </message>
    <message>
        <source>Fairlead stays open until nothing is being linked any more.</source>
        <translation>Fairlead bleibt offen, bis nichts mehr verknüpft wird.</translation>
    </message>
</context>
<context>
    <name>QrPanel</name>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>QR code of the page</source>
        <translation>QR-Code der Seite</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Scan to open the page on another device, then check that it shows the same code.</source>
        <translation>Scannen, um die Seite auf einem anderen Gerät zu öffnen, dann prüfen, ob sie denselben Code zeigt.</translation>
    </message>
    <message>
        <source>Scan to open the page on another device, then type the code there.</source>
        <translation>Scannen, um die Seite auf einem anderen Gerät zu öffnen, dann den Code dort eingeben.</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit Fairlead</source>
        <translation>Fairlead beenden</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>A code for %1 is being asked for.</source>
        <extracomment>In all these sentences %1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>Ein Code für %1 wird gerade angefragt.</translation>
    </message>
    <message>
        <source>If you quit now, nothing is linked.</source>
        <translation>Beim Beenden wird nichts verknüpft.</translation>
    </message>
    <message>
        <source>A code for %1 still waits to be approved.</source>
        <translation>Ein Code für %1 wartet noch auf Zustimmung.</translation>
    </message>
    <message>
        <source>If you quit now, the code is lost and nothing is linked.</source>
        <translation>Beim Beenden ist der Code verloren und nichts wird verknüpft.</translation>
    </message>
    <message>
        <source>If you quit now, the code is lost. If you approved it already, you see the link when you start Fairlead again.</source>
        <translation>Beim Beenden ist der Code verloren. War schon zugestimmt, zeigt der nächste Start von Fairlead die Verknüpfung.</translation>
    </message>
    <message>
        <source>Coder accepted the approval for %1. Fairlead still reads the link.</source>
        <translation>Coder hat die Zustimmung für %1 angenommen. Fairlead liest noch die Verknüpfung.</translation>
    </message>
    <message>
        <source>If you quit now, you see it when you start Fairlead again.</source>
        <translation>Nach dem Beenden zeigt sie der nächste Start von Fairlead.</translation>
    </message>
    <message>
        <source>Fairlead still looks whether %1 was linked all the same.</source>
        <translation>Fairlead sieht noch nach, ob %1 trotzdem verknüpft wurde.</translation>
    </message>
    <message>
        <source>A link to %1 is still being made in the browser.</source>
        <translation>Im Browser wird noch eine Verknüpfung mit %1 hergestellt.</translation>
    </message>
    <message>
        <source>If you quit now, nothing tells you when it is done. What you approve there counts all the same.</source>
        <translation>Beim Beenden sagt niemand mehr, wann sie fertig ist. Was dort bestätigt wird, gilt trotzdem.</translation>
    </message>
    <message>
        <source>Links to %1 are still being made in the browser.</source>
        <extracomment>%1 is several names of Git providers: &quot;GitHub, Gitea, and Forgejo&quot;</extracomment>
        <translation>Im Browser werden noch Verknüpfungen mit %1 hergestellt.</translation>
    </message>
    <message>
        <source>If you quit now, nothing tells you when they are done. What you approve there counts all the same.</source>
        <translation>Beim Beenden sagt niemand mehr, wann sie fertig sind. Was dort bestätigt wird, gilt trotzdem.</translation>
    </message>
    <message>
        <source>%1 is still being unlinked.</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1 wird noch getrennt.</translation>
    </message>
    <message>
        <source>If you quit now, nothing tells you whether the access was revoked.</source>
        <translation>Beim Beenden sagt niemand mehr, ob der Zugriff widerrufen wurde.</translation>
    </message>
    <message>
        <source>What Fairlead has stored is still being removed.</source>
        <translation>Was Fairlead gespeichert hat, wird noch entfernt.</translation>
    </message>
    <message>
        <source>If you quit now, some of it may stay.</source>
        <translation>Beim Beenden bleibt vielleicht ein Teil davon zurück.</translation>
    </message>
    <message>
        <source>If you quit now, its token may stay stored and its session may go on.</source>
        <translation>Beim Beenden bleibt das Token vielleicht gespeichert, und die Sitzung läuft vielleicht weiter.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the name of a Git provider, %2 an account such as &quot;ada on coder.example.com&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 is still being signed out.</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;</extracomment>
        <translation>%1 wird noch abgemeldet.</translation>
    </message>
</context>
<context>
    <name>RemoveAllDialog</name>
    <message>
        <source>End the sessions on the servers too</source>
        <translation>Auch die Sitzungen auf den Servern beenden</translation>
    </message>
    <message>
        <source>A session whose token was made by hand goes on, for other programs may use it.</source>
        <translation>Eine Sitzung mit von Hand erstelltem Token läuft weiter, denn andere Programme können es verwenden.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Remove everything</source>
        <translation>Alles entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Everything removed</source>
        <translation>Alles entfernt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Quit Fairlead</source>
        <translation>Fairlead beenden</translation>
    </message>
    <message>
        <source>Nothing is stored</source>
        <translation>Nichts gespeichert</translation>
    </message>
    <message>
        <source>Fairlead keeps nothing on this machine.</source>
        <translation>Fairlead bewahrt auf diesem Rechner nichts auf.</translation>
    </message>
    <message>
        <source>Remove everything Fairlead has stored?</source>
        <translation>Alles entfernen, was Fairlead gespeichert hat?</translation>
    </message>
    <message>
        <source>This goes from this machine, and Fairlead quits. Your links stay as they are at Coder.</source>
        <translation>Das verschwindet von diesem Rechner, und Fairlead wird beendet. Die Verknüpfungen bei Coder bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove all the same</source>
        <translation>Trotzdem entfernen</translation>
    </message>
</context>
<context>
    <name>RemoveAllTexts</name>
    <message>
        <source>The list of accounts and the settings</source>
        <translation>Die Liste der Konten und die Einstellungen</translation>
    </message>
    <message>
        <source>The last known links</source>
        <translation>Die zuletzt bekannten Verknüpfungen</translation>
    </message>
    <message>
        <source>The entry that starts Fairlead with the desktop</source>
        <translation>Der Eintrag, der Fairlead mit dem Desktop startet</translation>
    </message>
    <message>
        <source>The token and the account %1</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;</extracomment>
        <translation>Das Token und das Konto %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what goes, such as &quot;The last known links&quot;, %2 are the paths of its files</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Removing everything</source>
        <translation>Alles wird entfernt</translation>
    </message>
    <message>
        <source>Waiting for the keyring.</source>
        <translation>Der Schlüsselbund wird abgewartet.</translation>
    </message>
    <message>
        <source>It may be asking you in another window.</source>
        <translation>Vielleicht fragt er in einem anderen Fenster nach.</translation>
    </message>
    <message>
        <source>Sessions are ended and tokens are erased.</source>
        <translation>Sitzungen werden beendet und jedes Token gelöscht.</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Das dauert einen Augenblick.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>Two facts about an account, each of a sentence or two</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <extracomment>%1 are paths of files</extracomment>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>Could not be removed: %1</source>
        <extracomment>%1 are paths of files</extracomment>
        <translation>Nicht zu entfernen: %1</translation>
    </message>
    <message>
        <source>Everything is removed</source>
        <translation>Alles ist entfernt</translation>
    </message>
    <message>
        <source>Not everything could be removed</source>
        <translation>Nicht alles konnte entfernt werden</translation>
    </message>
    <message>
        <source>Tokens of accounts that were no longer in the list</source>
        <translation>Token von Konten, die nicht mehr in der Liste waren</translation>
    </message>
    <message>
        <source>The keyring may still hold them. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Der Schlüsselbund enthält sie vielleicht noch. %1</translation>
    </message>
    <message>
        <source>The keyring no longer holds them.</source>
        <translation>Der Schlüsselbund enthält sie nicht mehr.</translation>
    </message>
    <message>
        <source>Not all files that name accounts could be read.</source>
        <translation>Nicht alle Dateien, in denen Konten stehen, konnten gelesen werden.</translation>
    </message>
    <message>
        <source>The keyring may still hold tokens of Fairlead, under the service %1. Look there and remove them by hand.</source>
        <extracomment>%1 is the name of the service under which Fairlead keeps tokens in the keyring</extracomment>
        <translation>Der Schlüsselbund enthält vielleicht noch Token von Fairlead, unter dem Dienst %1. Sehen Sie dort nach und entfernen Sie sie von Hand.</translation>
    </message>
    <message>
        <source>Remove everything all the same?</source>
        <translation>Trotzdem alles entfernen?</translation>
    </message>
    <message>
        <source>Nothing has been removed yet.</source>
        <translation>Noch wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>If the rest goes all the same, the tokens stay in the keyring.</source>
        <extracomment>What happens if the person removes everything with a locked keyring</extracomment>
        <translation>Wird der Rest trotzdem entfernt, bleiben die Tokens im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Nothing else remembers then that they are there.</source>
        <translation>Dann merkt sich sonst nichts mehr, dass sie dort sind.</translation>
    </message>
</context>
<context>
    <name>SessionTexts</name>
    <message>
        <source>does not expire</source>
        <translation>läuft nicht ab</translation>
    </message>
    <message>
        <source>until %1</source>
        <extracomment>%1 is a point in time, such as &quot;today at 18:40&quot;</extracomment>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until %1, extended by use</source>
        <extracomment>%1 is a point in time, such as &quot;today at 18:40&quot;</extracomment>
        <translation>bis %1, verlängert sich bei Benutzung</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>As light or dark as the desktop
----------
The language of the desktop</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Another language shows when Fairlead is started again.</source>
        <translation>Eine andere Sprache erscheint beim nächsten Start von Fairlead.</translation>
    </message>
    <message>
        <source>Tray icon</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Light, for dark panels</source>
        <translation>Hell, für dunkle Leisten</translation>
    </message>
    <message>
        <source>Dark, for light panels</source>
        <translation>Dunkel, für helle Leisten</translation>
    </message>
    <message>
        <source>Keep running when the window is closed</source>
        <translation>Beim Schließen des Fensters weiterlaufen</translation>
    </message>
    <message>
        <source>Fairlead goes on in the tray, where there is one.</source>
        <translation>Fairlead läuft im Infobereich weiter, wo es einen gibt.</translation>
    </message>
    <message>
        <source>Coloured</source>
        <translation>Farbig</translation>
    </message>
</context>
<context>
    <name>SettingsTexts</name>
    <message>
        <source>The file of accounts, %1, could not be read nor set aside, so nothing is saved.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>Die Datei der Konten, %1, konnte weder gelesen noch beiseitegelegt werden, darum wird nichts gespeichert.</translation>
    </message>
    <message>
        <source>The file of accounts could not be read and was set aside as %1.</source>
        <extracomment>%1 is the path of a file</extracomment>
        <translation>Die Datei der Konten konnte nicht gelesen werden und liegt nun beiseite als %1.</translation>
    </message>
    <message>
        <source>One account in %1 could not be read. It is left there as it was.</source>
        <translation>Ein Konto in %1 konnte nicht gelesen werden. Es bleibt dort, wie es war.</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts in %1 could not be read. They are left there as they were.</source>
        <translation>
            <numerusform>%n Konto in %1 konnte nicht gelesen werden. Es bleibt dort, wie es war.</numerusform>
            <numerusform>%n Konten in %1 konnten nicht gelesen werden. Sie bleiben dort, wie sie waren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Main window</source>
        <translation>Hauptfenster</translation>
    </message>
    <message>
        <source>Link by device code</source>
        <translation>Mit Gerätecode verknüpfen</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Den Code kopieren</translation>
    </message>
    <message>
        <source>Copy the code and open the page</source>
        <translation>Den Code kopieren und die Seite öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>Das Konto umbenennen</translation>
    </message>
    <message>
        <source>Move the account up</source>
        <translation>Das Konto nach oben</translation>
    </message>
    <message>
        <source>Move the account down</source>
        <translation>Das Konto nach unten</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Das Konto entfernen</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Add a Coder account</source>
        <translation>Ein Coder-Konto hinzufügen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The token is being kept.</source>
        <translation>Das Token wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Choose first where the token is kept.</source>
        <translation>Zuerst wählen, wo das Token aufbewahrt wird.</translation>
    </message>
    <message>
        <source>Coder has to say first whose token it is.</source>
        <translation>Zuerst muss Coder sagen, wem das Token gehört.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Coder is making a session for Fairlead.</source>
        <translation>Coder legt eine Sitzung für Fairlead an.</translation>
    </message>
    <message>
        <source>This is for %1. A token of another user is refused.</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;</extracomment>
        <translation>Für %1. Das Token eines anderen Benutzerkontos wird abgelehnt.</translation>
    </message>
</context>
<context>
    <name>SignInTexts</name>
    <message>
        <source>This is Coder.</source>
        <translation>Das ist Coder.</translation>
    </message>
    <message>
        <source>This is Coder, version %1.</source>
        <translation>Das ist Coder, Version %1.</translation>
    </message>
    <message>
        <source>The name of the server is %1: a name with letters beyond a to z, written so that no letter can be mistaken. Only the address was sent, no token.</source>
        <translation>Der Name des Servers ist %1: ein Name mit anderen Buchstaben als a bis z, so geschrieben, dass kein Buchstabe zu verwechseln ist. Nur die Adresse wurde gesendet, kein Token.</translation>
    </message>
    <message>
        <source>Only the address was sent, no token.</source>
        <translation>Nur die Adresse wurde gesendet, kein Token.</translation>
    </message>
    <message>
        <source>Asking %1 whether it is Coder.</source>
        <translation>%1 wird gefragt, ob dort Coder antwortet.</translation>
    </message>
    <message>
        <source>No token is sent.</source>
        <translation>Es wird kein Token gesendet.</translation>
    </message>
    <message>
        <source>This address is not encrypted.</source>
        <translation>Diese Adresse ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>With http anyone on the way can read the token and act as you.</source>
        <translation>Mit http kann jeder auf dem Weg das Token lesen und es missbrauchen.</translation>
    </message>
    <message>
        <source>This address is not encrypted: %1.</source>
        <translation>Diese Adresse ist nicht verschlüsselt: %1.</translation>
    </message>
    <message>
        <source>Your text is kept.</source>
        <translation>Der Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>This is a workspace proxy, which knows no links.</source>
        <translation>Das ist ein Workspace-Proxy, der keine Verknüpfungen kennt.</translation>
    </message>
    <message>
        <source>Enter the address of the deployment it belongs to.</source>
        <translation>Die Adresse der Bereitstellung eingeben, zu der er gehört.</translation>
    </message>
    <message>
        <source>The deployment it belongs to is %1.</source>
        <translation>Die Bereitstellung, zu der er gehört, ist %1.</translation>
    </message>
    <message>
        <source>This is not a token; nothing was sent.</source>
        <translation>Das ist kein Token; es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>A token is one word of at most 512 letters, without blanks. Copy it from the token page once more.</source>
        <translation>Ein Token ist ein Wort von höchstens 512 Zeichen, ohne Leerzeichen. Es noch einmal von der Token-Seite kopieren.</translation>
    </message>
    <message>
        <source>Coder did not accept this token.</source>
        <translation>Coder hat dieses Token nicht angenommen.</translation>
    </message>
    <message>
        <source>It may be cut off or already ended. Open the token page and copy it once more.</source>
        <translation>Vielleicht ist es abgeschnitten oder abgelaufen. Die Token-Seite öffnen und es noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Coder knows this token, but its user is suspended.</source>
        <translation>Coder kennt dieses Token, aber sein Benutzerkonto ist stillgelegt.</translation>
    </message>
    <message>
        <source>Ask your administrator to activate the user, then check again.</source>
        <translation>Die Administration bitten, das Konto freizuschalten, dann noch einmal prüfen.</translation>
    </message>
    <message>
        <source>This token may not see who you are, nor your links.</source>
        <translation>Dieses Token darf weder das Benutzerkonto noch die Verknüpfungen sehen.</translation>
    </message>
    <message>
        <source>It was made with a narrow scope. One from the token page may.</source>
        <translation>Es wurde mit engen Rechten erstellt. Eines von der Token-Seite darf es.</translation>
    </message>
    <message>
        <source>This token belongs to somebody else.</source>
        <translation>Dieses Token gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Sign in to Coder as %1 in your browser, and open the token page there. For another user, add an account.</source>
        <translation>Im Browser bei Coder als %1 anmelden und dort die Token-Seite öffnen. Für ein anderes Benutzerkonto ein Konto hinzufügen.</translation>
    </message>
    <message>
        <source>Asking %1 whose token this is.</source>
        <translation>%1 wird gefragt, wem dieses Token gehört.</translation>
    </message>
    <message>
        <source>The token could not be kept.</source>
        <translation>Das Token konnte nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>USER on SERVER</extracomment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>Coder does not tell how long this token is valid.</source>
        <translation>Coder sagt nicht, wie lange dieses Token gilt.</translation>
    </message>
    <message>
        <source>This token does not expire.</source>
        <translation>Dieses Token läuft nicht ab.</translation>
    </message>
    <message>
        <source>This token is valid until %1.</source>
        <translation>Dieses Token gilt bis %1.</translation>
    </message>
    <message>
        <source>Session until %1, extended while you use it.</source>
        <translation>Sitzung bis %1, verlängert sich bei Benutzung.</translation>
    </message>
    <message>
        <source>You have an account of the same user already: %1.</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;</extracomment>
        <translation>Ein Konto desselben Benutzers gibt es schon: %1.</translation>
    </message>
    <message>
        <source>Both addresses call themselves the same deployment, so it may have moved. If you replace that account, its token is erased here and this one takes its place.</source>
        <translation>Beide Adressen nennen sich dieselbe Bereitstellung, sie ist also vielleicht umgezogen. Wird jenes Konto ersetzt, wird sein Token hier gelöscht, und dieses tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>It says that its own address is %1. The account works at either, but keep to one.</source>
        <translation>Als eigene Adresse nennt es %1. Das Konto funktioniert mit beiden, aber es sollte bei einer bleiben.</translation>
    </message>
    <message>
        <source>The Coder command line is signed in on %1.</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>Die Coder-Befehlszeile ist auf %1 angemeldet.</translation>
    </message>
    <message>
        <source>With it Fairlead makes a session of its own. The command line keeps its.</source>
        <translation>Mit ihr legt Fairlead eine eigene Sitzung an. Die Befehlszeile behält ihre.</translation>
    </message>
    <message>
        <source>Open the token page instead. In a terminal, “coder login” gives the command line a new session.</source>
        <translation>Stattdessen die Token-Seite öffnen. In einem Terminal gibt „coder login“ der Befehlszeile eine neue Sitzung.</translation>
    </message>
    <message>
        <source>The command line has no session that could be read.</source>
        <translation>Die Befehlszeile hat keine lesbare Sitzung.</translation>
    </message>
    <message>
        <source>Coder no longer accepts the session of the command line.</source>
        <translation>Coder nimmt die Sitzung der Befehlszeile nicht mehr an.</translation>
    </message>
    <message>
        <source>Asking %1 whose the session is.</source>
        <translation>%1 wird gefragt, wem die Sitzung gehört.</translation>
    </message>
    <message>
        <source>Coder’s answer was lost. It may have made a session for Fairlead that nobody can use; it ends by itself.</source>
        <translation>Coders Antwort ging verloren. Vielleicht gibt es nun eine Sitzung für Fairlead, die niemand verwenden kann; sie endet von selbst.</translation>
    </message>
    <message>
        <source>Add the account again to make another, or use the token page.</source>
        <translation>Das Konto noch einmal hinzufügen, um eine neue anzulegen, oder die Token-Seite verwenden.</translation>
    </message>
    <message>
        <source>Coder does not let the session of the command line make another.</source>
        <translation>Coder lässt die Sitzung der Befehlszeile keine weitere anlegen.</translation>
    </message>
    <message>
        <source>Open the token page instead; its token goes into step 2.</source>
        <translation>Stattdessen die Token-Seite öffnen; ihr Token gehört in Schritt 2.</translation>
    </message>
    <message>
        <source>Fairlead gets a session of its own. The command line keeps its.</source>
        <translation>Fairlead bekommt eine eigene Sitzung. Die Befehlszeile behält ihre.</translation>
    </message>
    <message>
        <source>Fairlead does not follow by itself. Go there only if that is the address of your deployment.</source>
        <translation>Fairlead folgt nicht von selbst. Nur dann dorthin gehen, wenn das die Adresse der Bereitstellung ist.</translation>
    </message>
    <message>
        <source>The Coder command line knows %1.</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>Die Coder-Befehlszeile kennt %1.</translation>
    </message>
    <message>
        <source>On this system it keeps its session in the keyring, where Fairlead does not read it: sign in with a token from the token page.</source>
        <extracomment>&quot;it&quot; is the Coder command line; shown on macOS and Windows</extracomment>
        <translation>Auf diesem System bewahrt sie ihre Sitzung im Schlüsselbund auf, wo Fairlead sie nicht liest: mit einem Token von der Token-Seite anmelden.</translation>
    </message>
</context>
<context>
    <name>SignOutDesk</name>
    <message>
        <source>Linking %1, which is under way, is given up.</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>Das laufende Verknüpfen von %1 wird aufgegeben.</translation>
    </message>
</context>
<context>
    <name>SignOutDialog</name>
    <message>
        <source>End the session on the server</source>
        <translation>Die Sitzung auf dem Server beenden</translation>
    </message>
    <message>
        <source>Forget only here</source>
        <translation>Nur hier vergessen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Account removed</source>
        <translation>Konto entfernt</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>Konto entfernen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>In both cases:</source>
        <translation>In beiden Fällen:</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose first what is to become of the session.</source>
        <translation>Zuerst wählen, was aus der Sitzung werden soll.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Remove all the same</source>
        <translation>Trotzdem entfernen</translation>
    </message>
    <message>
        <source>Signed in again</source>
        <translation>Wieder angemeldet</translation>
    </message>
</context>
<context>
    <name>SignOutTexts</name>
    <message>
        <source>Remove the account on %1?</source>
        <translation>Das Konto auf %1 entfernen?</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>Von %1 abmelden?</translation>
    </message>
    <message>
        <source>Coder is being asked what kind of session this is.</source>
        <translation>Coder wird gefragt, was für eine Sitzung das ist.</translation>
    </message>
    <message>
        <source>Coder deletes the key that Fairlead uses. Your browser and other programs stay signed in.</source>
        <translation>Coder löscht den Schlüssel, den Fairlead verwendet. Browser und andere Programme bleiben angemeldet.</translation>
    </message>
    <message>
        <source>Not offered: this token was made by hand, so other programs may use it. If none does, delete it on Coder&apos;s page of tokens.</source>
        <translation>Nicht angeboten: Dieses Token wurde von Hand erstellt, andere Programme können es verwenden. Wenn keines es tut, kann es auf Coders Token-Seite gelöscht werden.</translation>
    </message>
    <message>
        <source>Coder no longer accepts this session, so there is nothing to end.</source>
        <translation>Coder nimmt diese Sitzung nicht mehr an, darum gibt es nichts zu beenden.</translation>
    </message>
    <message>
        <source>Fairlead has no token of this account at hand, so it cannot end a session.</source>
        <translation>Fairlead hat kein Token dieses Kontos zur Hand und kann darum keine Sitzung beenden.</translation>
    </message>
    <message>
        <source>This token does not tell which key it is, so Fairlead cannot delete that.</source>
        <translation>Dieses Token verrät nicht, welcher Schlüssel es ist, darum kann Fairlead ihn nicht löschen.</translation>
    </message>
    <message>
        <source>Not possible now: Coder could not say whether others use this session too. %1</source>
        <translation>Jetzt nicht möglich: Coder konnte nicht sagen, ob auch andere diese Sitzung verwenden. %1</translation>
    </message>
    <message>
        <source>The session on the server goes on.</source>
        <translation>Die Sitzung auf dem Server läuft weiter.</translation>
    </message>
    <message>
        <source>The session on the server goes on until %1.</source>
        <extracomment>%1 is a date</extracomment>
        <translation>Die Sitzung auf dem Server läuft weiter bis %1.</translation>
    </message>
    <message>
        <source>Nothing is asked of the server.</source>
        <translation>Vom Server wird nichts verlangt.</translation>
    </message>
    <message>
        <source>Fairlead forgets the token, which it kept for this run only.</source>
        <translation>Fairlead vergisst das Token, das es nur für diesen Lauf aufbewahrt hat.</translation>
    </message>
    <message>
        <source>The token is erased from the keyring.</source>
        <translation>Das Token wird aus dem Schlüsselbund gelöscht.</translation>
    </message>
    <message>
        <source>The account leaves the list.</source>
        <translation>Das Konto verschwindet aus der Liste.</translation>
    </message>
    <message>
        <source>The account stays in the list, so that you can sign in again.</source>
        <translation>Das Konto bleibt in der Liste, für eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>Your links stay as they are at Coder.</source>
        <translation>Die Verknüpfungen bei Coder bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Removing the account on %1</source>
        <translation>Das Konto auf %1 wird entfernt</translation>
    </message>
    <message>
        <source>Signing out of %1</source>
        <translation>Abmeldung von %1</translation>
    </message>
    <message>
        <source>Coder ends the session.</source>
        <translation>Coder beendet die Sitzung.</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Das dauert einen Augenblick.</translation>
    </message>
    <message>
        <source>The answer was lost. Fairlead asks whether the session goes on.</source>
        <translation>Die Antwort ging verloren. Fairlead fragt, ob die Sitzung weiterläuft.</translation>
    </message>
    <message>
        <source>Waiting for the keyring.</source>
        <translation>Der Schlüsselbund wird abgewartet.</translation>
    </message>
    <message>
        <source>It may be asking you in another window.</source>
        <translation>Vielleicht fragt er in einem anderen Fenster nach.</translation>
    </message>
    <message>
        <source>The token is being erased.</source>
        <translation>Das Token wird gelöscht.</translation>
    </message>
    <message>
        <source>Has the session ended?</source>
        <translation>Ist die Sitzung zu Ende?</translation>
    </message>
    <message>
        <source>Coder may have ended the session; its answer was lost, and it could not be asked again.</source>
        <translation>Vielleicht hat Coder die Sitzung beendet; die Antwort ging verloren, und noch einmal fragen ging nicht.</translation>
    </message>
    <message>
        <source>The session on %1 goes on</source>
        <translation>Die Sitzung auf %1 läuft weiter</translation>
    </message>
    <message>
        <source>Coder could not end the session. Nothing has changed.</source>
        <translation>Coder konnte die Sitzung nicht beenden. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Fairlead still has the token.</source>
        <translation>Fairlead hat das Token noch.</translation>
    </message>
    <message>
        <source>Without it the session cannot be ended from here.</source>
        <translation>Ohne das Token kann die Sitzung von hier aus nicht beendet werden.</translation>
    </message>
    <message>
        <source>Coder has ended the session.</source>
        <translation>Coder hat die Sitzung beendet.</translation>
    </message>
    <message>
        <source>The session is over: Coder no longer accepts the token.</source>
        <translation>Die Sitzung ist vorbei: Coder nimmt das Token nicht mehr an.</translation>
    </message>
    <message>
        <source>The session on the server was left alone.</source>
        <translation>Die Sitzung auf dem Server blieb unberührt.</translation>
    </message>
    <message>
        <source>The session on the server could not be ended.</source>
        <translation>Die Sitzung auf dem Server konnte nicht beendet werden.</translation>
    </message>
    <message>
        <source>Whether the session on the server has ended is not known.</source>
        <translation>Ob die Sitzung auf dem Server zu Ende ist, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Fairlead has forgotten the token.</source>
        <translation>Fairlead hat das Token vergessen.</translation>
    </message>
    <message>
        <source>The keyring no longer holds the token.</source>
        <translation>Der Schlüsselbund hat das Token nicht mehr.</translation>
    </message>
    <message>
        <source>The token could not be erased from the keyring.</source>
        <translation>Das Token konnte nicht aus dem Schlüsselbund gelöscht werden.</translation>
    </message>
    <message>
        <source>The account is no longer in the list.</source>
        <translation>Das Konto ist nicht mehr in der Liste.</translation>
    </message>
    <message>
        <source>The account stays in the list, signed out.</source>
        <translation>Das Konto bleibt abgemeldet in der Liste.</translation>
    </message>
    <message>
        <source>Nothing else remembers that its token is in the keyring.</source>
        <translation>Sonst merkt sich nichts, dass sein Token im Schlüsselbund ist.</translation>
    </message>
    <message>
        <source>The account on %1 is removed</source>
        <translation>Das Konto auf %1 ist entfernt</translation>
    </message>
    <message>
        <source>The account on %1 is not removed yet</source>
        <translation>Das Konto auf %1 ist noch nicht entfernt</translation>
    </message>
    <message>
        <source>Signed out of %1 here only</source>
        <translation>Nur hier von %1 abgemeldet</translation>
    </message>
    <message>
        <source>Signed out of %1</source>
        <translation>Von %1 abgemeldet</translation>
    </message>
    <message>
        <source>The file of accounts could not be written.</source>
        <translation>Die Datei der Konten konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The account may be there as before when Fairlead is started again.</source>
        <translation>Das Konto kann nach dem nächsten Start von Fairlead wieder da sein.</translation>
    </message>
    <message>
        <source>Account: %1</source>
        <extracomment>%1 is &quot;ada on coder.example.com&quot;</extracomment>
        <translation>Konto: %1</translation>
    </message>
    <message>
        <source>Not offered: the Coder command line is signed in with the same session and would be signed out, too.</source>
        <translation>Nicht angeboten: Die Coder-Befehlszeile ist mit derselben Sitzung angemeldet und würde ebenfalls abgemeldet.</translation>
    </message>
    <message>
        <source>Signed in to %1 again</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>Wieder bei %1 angemeldet</translation>
    </message>
    <message>
        <source>You have signed in to this account again since then.</source>
        <extracomment>On the receipt of an earlier signing out that is still open</extracomment>
        <translation>Bei diesem Konto gab es seitdem eine neue Anmeldung.</translation>
    </message>
    <message>
        <source>All this is about the earlier session. The new one goes on.</source>
        <translation>All das betrifft die frühere Sitzung. Die neue läuft weiter.</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Check all now</source>
        <translation>Jetzt alle prüfen</translation>
    </message>
</context>
<context>
    <name>StatusTexts</name>
    <message>
        <source>Asking for %1 s</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation>Fragt seit %1 s</translation>
    </message>
    <message>
        <source>Asking %1 for %2 s</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;, %2 a number of seconds</extracomment>
        <translation>Fragt %1 seit %2 s</translation>
    </message>
    <message>
        <source>No account</source>
        <translation>Kein Konto</translation>
    </message>
    <message>
        <source>Learnt %1</source>
        <extracomment>%1 is &quot;2 minutes ago&quot;</extracomment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Nothing learnt yet</source>
        <translation>Noch kein Stand</translation>
    </message>
    <message>
        <source>%1, next check %2</source>
        <extracomment>%1 is &quot;Learnt 2 minutes ago&quot;, %2 is &quot;in 12 min&quot;</extracomment>
        <translation>%1, nächste Prüfung %2</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>There is no address yet.</source>
        <translation>Es gibt noch keine Adresse.</translation>
    </message>
    <message>
        <source>Enter the address of your Coder deployment, coder.example.com for instance.</source>
        <translation>Die Adresse der Coder-Bereitstellung eingeben, zum Beispiel coder.example.com.</translation>
    </message>
    <message>
        <source>This cannot be an address.</source>
        <translation>Das kann keine Adresse sein.</translation>
    </message>
    <message>
        <source>Look for blanks and signs that do not belong there.</source>
        <translation>Auf Leerzeichen und Zeichen achten, die nicht dazugehören.</translation>
    </message>
    <message>
        <source>This address is not one of a web server.</source>
        <translation>Das ist keine Adresse eines Webservers.</translation>
    </message>
    <message>
        <source>Coder is reached by https, or by http where there is no other way.</source>
        <translation>Coder ist mit https zu erreichen, oder mit http, wo es nicht anders geht.</translation>
    </message>
    <message>
        <source>An address with a user name or a password in it is not taken.</source>
        <translation>Eine Adresse mit Benutzername oder Passwort wird nicht angenommen.</translation>
    </message>
    <message>
        <source>Leave out what stands before the @ sign.</source>
        <translation>Weglassen, was vor dem Zeichen @ steht.</translation>
    </message>
    <message>
        <source>This address names no server.</source>
        <translation>Diese Adresse nennt keinen Server.</translation>
    </message>
    <message>
        <source>Enter the name of the server, coder.example.com for instance.</source>
        <translation>Den Namen des Servers eingeben, zum Beispiel coder.example.com.</translation>
    </message>
    <message>
        <source>The port in this address cannot be used.</source>
        <translation>Der Port in dieser Adresse kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Use a number from 1 to 65535, or leave it out.</source>
        <translation>Eine Zahl von 1 bis 65535 verwenden oder ihn weglassen.</translation>
    </message>
    <message>
        <source>Fairlead does not open it. Show this to your administrator.</source>
        <translation>Fairlead öffnet sie nicht. Dies der Administration zeigen.</translation>
    </message>
    <message>
        <source>Coder gave no address for this page.</source>
        <translation>Coder hat für diese Seite keine Adresse genannt.</translation>
    </message>
    <message>
        <source>Ask your administrator where it is.</source>
        <translation>Die Administration fragen, wo sie ist.</translation>
    </message>
    <message>
        <source>The address of this page can be used.</source>
        <translation>Die Adresse dieser Seite kann verwendet werden.</translation>
    </message>
    <message>
        <source>What Coder gave as the address of this page is not one.</source>
        <translation>Was Coder als Adresse dieser Seite genannt hat, ist keine.</translation>
    </message>
    <message>
        <source>The address of this page is not encrypted.</source>
        <translation>Die Adresse dieser Seite ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>The address of this page is not one of the web.</source>
        <translation>Die Adresse dieser Seite ist keine Webadresse.</translation>
    </message>
    <message>
        <source>The address of this page names no server.</source>
        <translation>Die Adresse dieser Seite nennt keinen Server.</translation>
    </message>
    <message>
        <source>The address of this page holds a user name or a password.</source>
        <translation>Die Adresse dieser Seite enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>The address of this page has a port that cannot be used.</source>
        <translation>Die Adresse dieser Seite hat einen Port, der nicht verwendet werden kann.</translation>
    </message>
    <message>
        <source>The address of this page is too long.</source>
        <translation>Die Adresse dieser Seite ist zu lang.</translation>
    </message>
    <message>
        <source>No encrypted connection to %1 could be made.</source>
        <translation>Es kam keine verschlüsselte Verbindung zu %1 zustande.</translation>
    </message>
    <message>
        <source>Nothing was sent. Ask your administrator which encryption the server offers.</source>
        <translation>Nichts wurde gesendet. Die Administration fragen, welche Verschlüsselung der Server bietet.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>In einem Augenblick noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Your Coder user is suspended.</source>
        <translation>Das Benutzerkonto bei Coder ist stillgelegt.</translation>
    </message>
    <message>
        <source>Ask your administrator to activate it. Nothing here is lost.</source>
        <translation>Die Administration bitten, es freizuschalten. Hier ist nichts verloren.</translation>
    </message>
    <message>
        <source>Your Coder session has ended.</source>
        <translation>Die Coder-Sitzung ist zu Ende.</translation>
    </message>
    <message>
        <source>Sign in again to go on.</source>
        <translation>Neu anmelden, um weiterzumachen.</translation>
    </message>
    <message>
        <source>%1 sends requests on to %2.</source>
        <translation>%1 schickt Anfragen weiter zu %2.</translation>
    </message>
    <message>
        <source>Fairlead does not follow. If that is the address of your deployment, add an account with it.</source>
        <translation>Fairlead folgt nicht. Wenn das die Adresse der Bereitstellung ist, ein Konto mit ihr hinzufügen.</translation>
    </message>
    <message>
        <source>What answers at %1 is not Coder.</source>
        <translation>Was auf %1 antwortet, ist nicht Coder.</translation>
    </message>
    <message>
        <source>A proxy or the sign-in page of a network may stand in between. Open the address in your browser to see.</source>
        <translation>Vielleicht steht ein Proxy oder die Anmeldeseite eines Netzes dazwischen. Die Adresse im Browser öffnen, um nachzusehen.</translation>
    </message>
    <message>
        <source>%1 was not found.</source>
        <translation>%1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>No server goes by this name here. Check the spelling and your connection.</source>
        <translation>Kein Server trägt hier diesen Namen. Schreibweise und Verbindung prüfen.</translation>
    </message>
    <message>
        <source>The proxy did not let Fairlead through to %1.</source>
        <translation>Der Proxy hat Fairlead nicht zu %1 durchgelassen.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of your system.</source>
        <translation>Den Proxy in den Einstellungen des Systems prüfen.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>The name was found, but nothing listens on port %1.</source>
        <translation>Der Name wurde gefunden, aber auf Port %1 nimmt niemand Verbindungen an.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>Die Verbindung zu %1 brach ab.</translation>
    </message>
    <message>
        <source>Coder ran into an error of its own.</source>
        <translation>In Coder selbst ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Try again. If it stays, show the request under Details to your administrator.</source>
        <translation>Noch einmal versuchen. Wenn es bleibt, die Anfrage unter „Einzelheiten“ der Administration zeigen.</translation>
    </message>
    <message>
        <source>This token may not do that.</source>
        <translation>Dieses Token darf das nicht.</translation>
    </message>
    <message>
        <source>It was made with a narrow scope. Sign in again with one from the token page.</source>
        <translation>Es wurde mit engen Rechten erstellt. Mit einem von der Token-Seite neu anmelden.</translation>
    </message>
    <message>
        <source>This provider does not link by device code.</source>
        <translation>Dieser Anbieter verknüpft nicht mit Gerätecode.</translation>
    </message>
    <message>
        <source>Link it on its page in your browser.</source>
        <translation>Auf seiner Seite im Browser verknüpfen.</translation>
    </message>
    <message>
        <source>Coder could not store the link.</source>
        <translation>Coder konnte die Verknüpfung nicht speichern.</translation>
    </message>
    <message>
        <source>Coder does not allow this to you.</source>
        <translation>Coder erlaubt das nicht.</translation>
    </message>
    <message>
        <source>Ask your administrator which rights you need.</source>
        <translation>Die Administration fragen, welche Rechte nötig sind.</translation>
    </message>
    <message>
        <source>Coder does not know what was asked for.</source>
        <translation>Coder kennt nicht, wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>It may have been removed. Check again, or ask your administrator.</source>
        <translation>Vielleicht wurde es entfernt. Noch einmal prüfen oder die Administration fragen.</translation>
    </message>
    <message>
        <source>Coder refused this request.</source>
        <translation>Coder hat diese Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>Its own words are under Details.</source>
        <translation>Der Wortlaut steht unter „Einzelheiten“.</translation>
    </message>
    <message>
        <source>%1 asks for fewer requests.</source>
        <translation>%1 bittet um weniger Anfragen.</translation>
    </message>
    <message>
        <source>Wait a minute or two before you try again.</source>
        <translation>Vor dem nächsten Versuch ein, zwei Minuten warten.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>In %n Sekunde noch einmal versuchen.</numerusform>
            <numerusform>In %n Sekunden noch einmal versuchen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>In %n Minute noch einmal versuchen.</numerusform>
            <numerusform>In %n Minuten noch einmal versuchen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sent an answer that makes no sense.</source>
        <translation>%1 hat eine Antwort geschickt, die keinen Sinn ergibt.</translation>
    </message>
    <message>
        <source>It was cut off or garbled. Try again in a moment.</source>
        <translation>Sie war abgeschnitten oder entstellt. In einem Augenblick noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The field “%1” is not what it has to be. Show this to your administrator.</source>
        <extracomment>%1 is the name of a field in an answer of the server, such as links[2].provider_id</extracomment>
        <translation>Das Feld „%1“ ist nicht, was es sein muss. Dies der Administration zeigen.</translation>
    </message>
    <message>
        <source>Nothing was sent. The certificate was issued by %1 and is valid from %2 until %3.</source>
        <extracomment>%1 is who issued a certificate, %2 and %3 are dates</extracomment>
        <translation>Nichts wurde gesendet. Das Zertifikat wurde von %1 ausgestellt und gilt von %2 bis %3.</translation>
    </message>
    <message>
        <source>The certificate of %1 vouches only for itself.</source>
        <translation>Das Zertifikat von %1 bürgt nur für sich selbst.</translation>
    </message>
    <message>
        <source>The certificate of %1 comes from an issuer this system does not trust.</source>
        <translation>Das Zertifikat von %1 kommt von einer Stelle, der dieses System nicht vertraut.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Nothing was sent. It was issued by %1 and ended on %2. Tell your administrator.</source>
        <translation>Nichts wurde gesendet. Es wurde von %1 ausgestellt und endete am %2. Der Administration Bescheid sagen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet.</source>
        <translation>Das Zertifikat von %1 gilt noch nicht.</translation>
    </message>
    <message>
        <source>Nothing was sent. It was issued by %1 and begins on %2. Check the date of this computer.</source>
        <translation>Nichts wurde gesendet. Es wurde von %1 ausgestellt und beginnt am %2. Das Datum dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The certificate belongs to another server than %1.</source>
        <translation>Das Zertifikat gehört zu einem anderen Server als %1.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen.</translation>
    </message>
    <message>
        <source>The keyring is open.</source>
        <translation>Der Schlüsselbund ist offen.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it, or keep the token only until Fairlead quits.</source>
        <translation>Ihn entsperren oder das Token nur bis zum Beenden von Fairlead aufbewahren.</translation>
    </message>
    <message>
        <source>There is no keyring yet to keep a token in.</source>
        <translation>Es gibt noch keinen Schlüsselbund für ein Token.</translation>
    </message>
    <message>
        <source>Create one in the password settings of your system, or keep the token only until Fairlead quits.</source>
        <translation>In den Passwort-Einstellungen des Systems einen anlegen oder das Token nur bis zum Beenden von Fairlead aufbewahren.</translation>
    </message>
    <message>
        <source>This system has no keyring.</source>
        <translation>Dieses System hat keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Install one, GNOME Keyring for instance, or keep the token only until Fairlead quits.</source>
        <translation>Einen installieren, zum Beispiel GNOME Keyring, oder das Token nur bis zum Beenden von Fairlead aufbewahren.</translation>
    </message>
    <message>
        <source>The keyring did not let Fairlead in.</source>
        <translation>Der Schlüsselbund hat Fairlead nicht zugelassen.</translation>
    </message>
    <message>
        <source>Allow it when the keyring asks, or keep the token only until Fairlead quits.</source>
        <translation>Es erlauben, wenn der Schlüsselbund fragt, oder das Token nur bis zum Beenden von Fairlead aufbewahren.</translation>
    </message>
    <message>
        <source>The keyring does not answer.</source>
        <translation>Der Schlüsselbund antwortet nicht.</translation>
    </message>
    <message>
        <source>It may be waiting for you in another window. You can keep the token only until Fairlead quits.</source>
        <translation>Vielleicht wartet er in einem anderen Fenster. Das Token kann auch nur bis zum Beenden von Fairlead aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The keyring answers with an error.</source>
        <translation>Der Schlüsselbund antwortet mit einem Fehler.</translation>
    </message>
    <message>
        <source>Signing in to your desktop once more may help. You can keep the token only until Fairlead quits.</source>
        <translation>Eine neue Anmeldung am Desktop kann helfen. Das Token kann auch nur bis zum Beenden von Fairlead aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The keyring that holds your token is locked.</source>
        <translation>Der Schlüsselbund mit dem Token ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it to see your links.</source>
        <translation>Ihn entsperren, um die Verknüpfungen zu sehen.</translation>
    </message>
    <message>
        <source>The keyring that held your token is gone.</source>
        <translation>Der Schlüsselbund, der das Token hatte, ist weg.</translation>
    </message>
    <message>
        <source>Sign in again; the token can be kept until Fairlead quits.</source>
        <translation>Neu anmelden; das Token kann bis zum Beenden von Fairlead aufbewahrt werden.</translation>
    </message>
    <message>
        <source>There is no keyring on this system, so your token is out of reach.</source>
        <translation>Auf diesem System gibt es keinen Schlüsselbund, darum ist das Token nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Start the keyring and try again, or sign in again for this run.</source>
        <translation>Den Schlüsselbund starten und noch einmal versuchen, oder für diesen Lauf neu anmelden.</translation>
    </message>
    <message>
        <source>The keyring did not give Fairlead your token.</source>
        <translation>Der Schlüsselbund hat Fairlead das Token nicht gegeben.</translation>
    </message>
    <message>
        <source>Allow it when the keyring asks.</source>
        <translation>Es erlauben, wenn der Schlüsselbund fragt.</translation>
    </message>
    <message>
        <source>The keyring that holds your token does not answer.</source>
        <translation>Der Schlüsselbund mit dem Token antwortet nicht.</translation>
    </message>
    <message>
        <source>It may be waiting for you in another window.</source>
        <translation>Vielleicht wartet er in einem anderen Fenster.</translation>
    </message>
    <message>
        <source>The keyring that holds your token answers with an error.</source>
        <translation>Der Schlüsselbund mit dem Token antwortet mit einem Fehler.</translation>
    </message>
    <message>
        <source>Signing in to your desktop once more may help.</source>
        <translation>Eine neue Anmeldung am Desktop kann helfen.</translation>
    </message>
    <message>
        <source>You are signed out: no token is kept for this account.</source>
        <translation>Abgemeldet: Für dieses Konto ist kein Token aufbewahrt.</translation>
    </message>
    <message>
        <source>Sign in again to see your links.</source>
        <translation>Neu anmelden, um die Verknüpfungen zu sehen.</translation>
    </message>
    <message>
        <source>You are signed out: Coder no longer accepts your token.</source>
        <translation>Abgemeldet: Coder nimmt das Token nicht mehr an.</translation>
    </message>
    <message>
        <source>Sign in again. Your links are safe.</source>
        <translation>Neu anmelden. Den Verknüpfungen passiert nichts.</translation>
    </message>
    <message>
        <source>Your user is suspended on this deployment.</source>
        <translation>Das Benutzerkonto ist auf dieser Bereitstellung stillgelegt.</translation>
    </message>
    <message>
        <source>Ask your administrator to activate it, then try again. Nothing here is lost.</source>
        <translation>Die Administration bitten, es freizuschalten, dann noch einmal versuchen. Hier ist nichts verloren.</translation>
    </message>
    <message>
        <source>Your token may not read your links.</source>
        <translation>Das Token darf die Verknüpfungen nicht lesen.</translation>
    </message>
    <message>
        <source>The token kept for this account belongs to somebody else.</source>
        <translation>Das für dieses Konto aufbewahrte Token gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Sign in again as yourself.</source>
        <translation>Mit dem eigenen Konto neu anmelden.</translation>
    </message>
    <message>
        <source>Your deployment cannot be asked right now.</source>
        <translation>Die Bereitstellung kann gerade nicht gefragt werden.</translation>
    </message>
    <message>
        <source>You are still signed in. Try again in a moment.</source>
        <translation>Die Anmeldung besteht weiter. In einem Augenblick noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Unlock keyring</source>
        <translation>Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in again…</source>
        <translation>Neu anmelden…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>What Coder gave as %1 cannot be used.</source>
        <extracomment>%1 is a name such as verification_uri</extracomment>
        <translation>Was Coder als %1 genannt hat, kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>Coder said: “%1”</source>
        <extracomment>%1 is an English sentence of the server</extracomment>
        <translation>Coder sagte: „%1“</translation>
    </message>
    <message>
        <source>Request %1</source>
        <extracomment>%1 is the id under which the server&apos;s log knows the request</extracomment>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>%1 is down for maintenance or a restart.</source>
        <translation>%1 ist wegen Wartung oder Neustart nicht da.</translation>
    </message>
    <message>
        <source>Wait a little; your links are safe.</source>
        <translation>Etwas warten; den Verknüpfungen passiert nichts.</translation>
    </message>
</context>
<context>
    <name>TokenStep</name>
    <message>
        <source>2.</source>
        <translation>2.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Open token page</source>
        <translation>Token-Seite öffnen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Check token again</source>
        <translation>Token erneut prüfen</translation>
    </message>
    <message>
        <source>Paste the token here</source>
        <translation>Das Token hier einfügen</translation>
    </message>
    <message>
        <source>Coder shows a new token on its own page, %1. Copy it there and come back.</source>
        <translation>Coder zeigt ein neues Token auf seiner eigenen Seite, %1. Es dort kopieren und zurückkommen.</translation>
    </message>
    <message>
        <source>Coder shows a new token on its own page.</source>
        <translation>Coder zeigt ein neues Token auf seiner eigenen Seite.</translation>
    </message>
    <message>
        <source>The address has to be checked first.</source>
        <translation>Zuerst muss die Adresse geprüft werden.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>Es konnte kein Browser gestartet werden.</translation>
    </message>
    <message>
        <source>Copy the link and open it yourself.</source>
        <translation>Den Link kopieren und selbst öffnen.</translation>
    </message>
</context>
<context>
    <name>TrayContent</name>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1 is the name of a Coder user, %2 is the host of a deployment</extracomment>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Fairlead: all links work</source>
        <translation>Fairlead: alle Verknüpfungen funktionieren</translation>
    </message>
    <message>
        <source>Fairlead: 1 link needs attention</source>
        <translation>Fairlead: 1 Verknüpfung mit Handlungsbedarf</translation>
    </message>
    <message numerus="yes">
        <source>Fairlead: %n links need attention</source>
        <translation>
            <numerusform>Fairlead: %n Verknüpfung mit Handlungsbedarf</numerusform>
            <numerusform>Fairlead: %n Verknüpfungen mit Handlungsbedarf</numerusform>
        </translation>
    </message>
    <message>
        <source>Fairlead: a link is under way</source>
        <translation>Fairlead: eine Verknüpfung entsteht</translation>
    </message>
    <message>
        <source>Fairlead: signed out</source>
        <translation>Fairlead: abgemeldet</translation>
    </message>
    <message>
        <source>Fairlead: opening the keyring</source>
        <translation>Fairlead: der Schlüsselbund wird geöffnet</translation>
    </message>
    <message>
        <source>Fairlead: the keyring is locked</source>
        <translation>Fairlead: der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>Fairlead: the keyring cannot be read</source>
        <translation>Fairlead: der Schlüsselbund ist nicht lesbar</translation>
    </message>
    <message>
        <source>Fairlead: asking how the links are</source>
        <translation>Fairlead: fragt nach dem Stand der Verknüpfungen</translation>
    </message>
    <message>
        <source>Fairlead: offline, showing the last known links</source>
        <translation>Fairlead: offline, zeigt die zuletzt bekannten Verknüpfungen</translation>
    </message>
    <message>
        <source>Fairlead: offline, 1 of the last known links needs attention</source>
        <translation>Fairlead: offline, 1 der zuletzt bekannten Verknüpfungen mit Handlungsbedarf</translation>
    </message>
    <message numerus="yes">
        <source>Fairlead: offline, %n of the last known links need attention</source>
        <translation>
            <numerusform>Fairlead: offline, %n der zuletzt bekannten Verknüpfungen mit Handlungsbedarf</numerusform>
            <numerusform>Fairlead: offline, %n der zuletzt bekannten Verknüpfungen mit Handlungsbedarf</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;, %2 a trouble such as &quot;offline&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Fairlead: all links that could be checked work</source>
        <translation>Fairlead: alle geprüften Verknüpfungen funktionieren</translation>
    </message>
    <message>
        <source>Fairlead: an account needs attention</source>
        <translation>Fairlead: ein Konto mit Handlungsbedarf</translation>
    </message>
    <message>
        <source>Fairlead: accounts need attention</source>
        <translation>Fairlead: Konten mit Handlungsbedarf</translation>
    </message>
    <message>
        <source>Fairlead: the links could not be checked</source>
        <translation>Fairlead: Die Verknüpfungen konnten nicht geprüft werden</translation>
    </message>
    <message>
        <source>Fairlead: all links that can be checked work</source>
        <translation>Fairlead: alle prüfbaren Verknüpfungen funktionieren</translation>
    </message>
    <message>
        <source>Fairlead: no problems known, 1 link could not be checked</source>
        <translation>Fairlead: keine Probleme bekannt, 1 Verknüpfung konnte nicht geprüft werden</translation>
    </message>
    <message numerus="yes">
        <source>Fairlead: no problems known, %n links could not be checked</source>
        <translation>
            <numerusform>Fairlead: keine Probleme bekannt, %n Verknüpfung konnte nicht geprüft werden</numerusform>
            <numerusform>Fairlead: keine Probleme bekannt, %n Verknüpfungen konnten nicht geprüft werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Fairlead: nothing is linked yet</source>
        <translation>Fairlead: noch nichts verknüpft</translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message>
        <source>1 link needs attention</source>
        <translation>1 Verknüpfung mit Handlungsbedarf</translation>
    </message>
    <message numerus="yes">
        <source>%n links need attention</source>
        <translation>
            <numerusform>%n Verknüpfung mit Handlungsbedarf</numerusform>
            <numerusform>%n Verknüpfungen mit Handlungsbedarf</numerusform>
        </translation>
    </message>
    <message>
        <source>All links that need attention</source>
        <extracomment>At the end of a list of links in the tray&apos;s menu; opens the window</extracomment>
        <translation>Alle Verknüpfungen mit Handlungsbedarf</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>Shows the dialog of the linking again</extracomment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Open Fairlead</source>
        <translation>Fairlead öffnen</translation>
    </message>
    <message>
        <source>Check all now</source>
        <translation>Jetzt alle prüfen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>A provider</source>
        <extracomment>Stands for the name of a provider where that cannot be shown</extracomment>
        <translation>Ein Anbieter</translation>
    </message>
    <message>
        <source>%1: expired</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: abgelaufen</translation>
    </message>
    <message>
        <source>%1: expires %2</source>
        <extracomment>%1 is the name of a Git provider, %2 is &quot;in 2 days&quot;, for instance</extracomment>
        <translation>%1: Ablauf %2</translation>
    </message>
    <message>
        <source>%1: expires soon</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: läuft bald ab</translation>
    </message>
    <message>
        <source>%1: app not installed</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: App nicht installiert</translation>
    </message>
    <message>
        <source>%1: reconnect needed</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: neu verknüpfen nötig</translation>
    </message>
    <message>
        <source>Linking a provider, %1 left</source>
        <extracomment>%1 is minutes and seconds, such as 14:32</extracomment>
        <translation>Ein Anbieter wird verknüpft, noch %1</translation>
    </message>
    <message>
        <source>Linking %1, %2 left</source>
        <extracomment>%1 is the name of a Git provider, %2 is minutes and seconds, such as 14:32</extracomment>
        <translation>%1 wird verknüpft, noch %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;, %2 a trouble such as &quot;offline&quot;</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>%1: linking in the browser, Coder does not answer</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: wird im Browser verknüpft, Coder antwortet nicht</translation>
    </message>
    <message>
        <source>%1: linking in the browser, signed out of Coder</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: wird im Browser verknüpft, von Coder abgemeldet</translation>
    </message>
    <message>
        <source>%1: linking in the browser</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: wird im Browser verknüpft</translation>
    </message>
    <message>
        <source>%1: stopped looking for a link</source>
        <extracomment>%1 is the name of a Git provider, such as GitHub</extracomment>
        <translation>%1: Fairlead sieht nicht mehr nach</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 is the name of a Git provider, %2 an account such as &quot;ada on coder.example.com&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Linking a provider for %1, %2 left</source>
        <extracomment>%1 is an account such as &quot;ada on coder.example.com&quot;, %2 minutes and seconds</extracomment>
        <translation>Anbieter für %1 wird verknüpft, noch %2</translation>
    </message>
</context>
<context>
    <name>UnlinkDialog</name>
    <message>
        <source>%1, for %2 on %3</source>
        <extracomment>@LOGIN, for USER on SERVER</extracomment>
        <translation>%1, für %2 auf %3</translation>
    </message>
    <message>
        <source>for %1 on %2</source>
        <extracomment>for USER on SERVER</extracomment>
        <translation>für %1 auf %2</translation>
    </message>
    <message>
        <source>Open authorised apps</source>
        <translation>Zugelassene Apps öffnen</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Trennen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>This is what to expect:</source>
        <translation>Das ist zu erwarten:</translation>
    </message>
    <message>
        <source>This is what will happen:</source>
        <translation>Das wird geschehen:</translation>
    </message>
    <message>
        <source>Try to unlink</source>
        <translation>Trennen versuchen</translation>
    </message>
    <message>
        <source>No browser could be started.</source>
        <translation>Es konnte kein Browser gestartet werden.</translation>
    </message>
</context>
<context>
    <name>UnlinkTexts</name>
    <message>
        <source>Try to unlink %1?</source>
        <translation>%1 zu trennen versuchen?</translation>
    </message>
    <message>
        <source>Unlink %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>%1 is no longer set up on this Coder server, but your link is still kept.</source>
        <translation>%1 ist auf diesem Coder-Server nicht mehr eingerichtet, aber die Verknüpfung ist noch aufbewahrt.</translation>
    </message>
    <message>
        <source>Coder usually refuses to remove such a link. Then only an administrator can.</source>
        <translation>Coder lehnt es meist ab, eine solche Verknüpfung zu entfernen. Dann kann das nur die Administration.</translation>
    </message>
    <message>
        <source>Coder forgets the link, so workspaces can no longer use it.</source>
        <translation>Coder vergisst die Verknüpfung, Arbeitsbereiche können sie nicht mehr verwenden.</translation>
    </message>
    <message>
        <source>Coder forgets the link, so clones and pushes in workspaces fail.</source>
        <translation>Coder vergisst die Verknüpfung, Clone und Push in Arbeitsbereichen scheitern.</translation>
    </message>
    <message>
        <source>Coder asks %1 to revoke its access.</source>
        <translation>Coder bittet %1, den Zugriff zu widerrufen.</translation>
    </message>
    <message>
        <source>Coder does not ask %1 to revoke its access, so a token may go on working there.</source>
        <translation>Coder bittet %1 nicht, den Zugriff zu widerrufen, darum kann ein Token dort weiter gelten.</translation>
    </message>
    <message>
        <source>This Coder server is too old to revoke access, so a token may go on working at %1.</source>
        <translation>Dieser Coder-Server ist zu alt, um Zugriff zu widerrufen, darum kann ein Token bei %1 weiter gelten.</translation>
    </message>
    <message>
        <source>%1 then ends every token of this app for your account. Another Coder deployment that uses the same app loses its link too.</source>
        <translation>%1 beendet dann jedes Token dieser App für das Konto. Eine andere Coder-Bereitstellung mit derselben App verliert ihre Verknüpfung auch.</translation>
    </message>
    <message>
        <source>%1 then ends every token of this app for %2. Another Coder deployment that uses the same app loses its link too.</source>
        <translation>%1 beendet dann jedes Token dieser App für %2. Eine andere Coder-Bereitstellung mit derselben App verliert ihre Verknüpfung auch.</translation>
    </message>
    <message>
        <source>Unlinking %1</source>
        <translation>%1 wird getrennt</translation>
    </message>
    <message>
        <source>The answer was lost. Fairlead looks at the list again.</source>
        <translation>Die Antwort ging verloren. Fairlead liest die Liste noch einmal.</translation>
    </message>
    <message>
        <source>This takes a moment.</source>
        <translation>Das dauert einen Augenblick.</translation>
    </message>
    <message>
        <source>Coder removes the link.</source>
        <translation>Coder entfernt die Verknüpfung.</translation>
    </message>
    <message>
        <source>This may take some seconds, for Coder asks %1 too.</source>
        <translation>Das kann einige Sekunden dauern, denn Coder fragt auch %1.</translation>
    </message>
    <message>
        <source>Whether %1 revoked the access is not known.</source>
        <translation>Ob %1 den Zugriff widerrufen hat, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The connection broke off before Coder could say whether %1 revoked the access. A token may still work.</source>
        <translation>Die Verbindung brach ab, bevor Coder sagen konnte, ob %1 den Zugriff widerrufen hat. Ein Token kann noch gelten.</translation>
    </message>
    <message>
        <source>%1 confirmed that the access is revoked.</source>
        <translation>%1 hat bestätigt, dass der Zugriff widerrufen ist.</translation>
    </message>
    <message>
        <source>%1 did not confirm that the access is revoked. A token may still work.</source>
        <translation>%1 hat nicht bestätigt, dass der Zugriff widerrufen ist. Ein Token kann noch gelten.</translation>
    </message>
    <message>
        <source>Coder did not ask %1 to revoke the access. A token may still work.</source>
        <translation>Coder hat %1 nicht gebeten, den Zugriff zu widerrufen. Ein Token kann noch gelten.</translation>
    </message>
    <message>
        <source>This Coder server does not revoke access at %1. A token may still work.</source>
        <translation>Dieser Coder-Server widerruft bei %1 keinen Zugriff. Ein Token kann noch gelten.</translation>
    </message>
    <message>
        <source>To end it yourself, remove the app on the provider&apos;s own page, under authorised apps.</source>
        <translation>Um ihn selbst zu beenden, die App auf der Seite des Anbieters unter den zugelassenen Apps entfernen.</translation>
    </message>
    <message>
        <source>To end it yourself, remove the app on %1, under authorised apps.</source>
        <translation>Um ihn selbst zu beenden, die App auf %1 unter den zugelassenen Apps entfernen.</translation>
    </message>
    <message>
        <source>%1 is unlinked</source>
        <translation>%1 ist getrennt</translation>
    </message>
    <message>
        <source>%1 is unlinked, but not revoked</source>
        <translation>%1 ist getrennt, aber nicht widerrufen</translation>
    </message>
    <message>
        <source>Coder no longer has the link; it was gone already.</source>
        <translation>Coder hat die Verknüpfung nicht mehr; sie war schon weg.</translation>
    </message>
    <message>
        <source>Coder no longer has the link.</source>
        <translation>Coder hat die Verknüpfung nicht mehr.</translation>
    </message>
    <message>
        <source>Is %1 unlinked?</source>
        <translation>Ist %1 getrennt?</translation>
    </message>
    <message>
        <source>Coder may have removed the link; its answer was lost, and the list could not be read either.</source>
        <translation>Vielleicht hat Coder die Verknüpfung entfernt; die Antwort ging verloren, und die Liste war auch nicht zu lesen.</translation>
    </message>
    <message>
        <source>Check all now once Coder answers again.</source>
        <translation>Alle prüfen, sobald Coder wieder antwortet.</translation>
    </message>
    <message>
        <source>%1 is still linked</source>
        <translation>%1 ist noch verknüpft</translation>
    </message>
    <message>
        <source>Coder does not remove links of a provider it no longer has.</source>
        <translation>Coder entfernt keine Verknüpfungen eines Anbieters, den es nicht mehr hat.</translation>
    </message>
    <message>
        <source>Only an administrator can: by setting the provider up again for a moment, or in the database.</source>
        <translation>Das kann nur die Administration: indem sie den Anbieter kurz wieder einrichtet, oder in der Datenbank.</translation>
    </message>
    <message>
        <source>Fairlead looked again: the link is still there.</source>
        <translation>Fairlead hat noch einmal nachgesehen: Die Verknüpfung ist noch da.</translation>
    </message>
    <message>
        <source>Coder could not remove the link. Nothing has changed.</source>
        <translation>Coder konnte die Verknüpfung nicht entfernen. Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>Account: %1 on %2</source>
        <translation>Konto: %1 auf %2</translation>
    </message>
</context>
<context>
    <name>WebAddressDialog</name>
    <message>
        <source>Web address</source>
        <translation>Webadresse</translation>
    </message>
    <message>
        <source>The pages of %1 open on %2. Where your browser reaches them by another address, enter it here; Fairlead itself goes on asking %1.</source>
        <extracomment>%1 is the host of a deployment, %2 the host of its web pages</extracomment>
        <translation>Die Seiten von %1 öffnen sich auf %2. Wo der Browser sie unter einer anderen Adresse erreicht, diese hier eingeben; Fairlead selbst fragt weiter %1.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Enter one that begins with https.</source>
        <translation>Eine eingeben, die mit https beginnt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>WhoStep</name>
    <message>
        <source>3.</source>
        <translation>3.</translation>
    </message>
    <message>
        <source>Who this is</source>
        <translation>Wer das ist</translation>
    </message>
    <message>
        <source>Shown as soon as a token is here.</source>
        <translation>Erscheint, sobald ein Token da ist.</translation>
    </message>
    <message>
        <source>Replace that account</source>
        <translation>Jenes Konto ersetzen</translation>
    </message>
    <message>
        <source>The token is being kept.</source>
        <translation>Das Token wird aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add account</source>
        <translation>Konto &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation>&amp;Neu anmelden</translation>
    </message>
    <message>
        <source>&amp;Unlock keyring</source>
        <translation>Schlüsselbund &amp;entsperren</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>E&amp;instellungen</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>Fenster &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Link</source>
        <translation>&amp;Verknüpfung</translation>
    </message>
    <message>
        <source>Check all now</source>
        <translation>Jetzt alle prüfen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Expand all groups</source>
        <translation>Alle Gruppen &amp;aufklappen</translation>
    </message>
    <message>
        <source>&amp;Collapse all groups</source>
        <translation>Alle Gruppen &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Open &amp;dashboard</source>
        <extracomment>The web pages of a Coder deployment</extracomment>
        <translation>&amp;Dashboard öffnen</translation>
    </message>
    <message>
        <source>&amp;About Fairlead</source>
        <translation>&amp;Über Fairlead</translation>
    </message>
    <message>
        <source>Open &amp;dashboard on %1</source>
        <translation>&amp;Dashboard auf %1 öffnen</translation>
    </message>
    <message>
        <source>Open page on %1 in browser</source>
        <extracomment>%1 is the host of a web page</extracomment>
        <translation>Seite auf %1 im Browser öffnen</translation>
    </message>
    <message>
        <source>Install app on %1</source>
        <extracomment>%1 is the host of a web page</extracomment>
        <translation>App auf %1 installieren</translation>
    </message>
    <message>
        <source>Accou&amp;nts</source>
        <translation>K&amp;onten</translation>
    </message>
    <message>
        <source>&amp;Remove everything stored</source>
        <translation>&amp;Alles Gespeicherte entfernen</translation>
    </message>
    <message>
        <source>&amp;Web address</source>
        <translation>&amp;Webadresse</translation>
    </message>
    <message>
        <source>&amp;Web address of %1</source>
        <extracomment>%1 is the host of a deployment</extracomment>
        <translation>&amp;Webadresse von %1</translation>
    </message>
    <message>
        <source>&amp;Sign in again as %1 on %2</source>
        <extracomment>%1 is a Coder user, %2 the host of a deployment</extracomment>
        <translation>Als %1 auf %2 &amp;neu anmelden</translation>
    </message>
</context>
</TS>
