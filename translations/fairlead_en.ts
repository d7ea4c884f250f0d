<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BrowserLinkTexts</name>
    <message numerus="yes">
        <source>It wants %n second(s) of rest. Fairlead looks again after that.</source>
        <translation>
            <numerusform>It wants %n second of rest. Fairlead looks again after that.</numerusform>
            <numerusform>It wants %n seconds of rest. Fairlead looks again after that.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateTexts</name>
    <message numerus="yes">
        <source>%n minutes ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
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
            <numerusform>in %n hour</numerusform>
            <numerusform>in %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n min</source>
        <extracomment>Short for minutes, in a list: how long a state has lasted</extracomment>
        <translation>
            <numerusform>for %n min</numerusform>
            <numerusform>for %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n hours</source>
        <translation>
            <numerusform>for %n hour</numerusform>
            <numerusform>for %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %n days</source>
        <translation>
            <numerusform>for %n day</numerusform>
            <numerusform>for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceLinkTexts</name>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LinkNewsTexts</name>
    <message numerus="yes">
        <source>%n links need attention</source>
        <translation>
            <numerusform>%n link needs attention</numerusform>
            <numerusform>%n links need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A provider on %1 and %n more.</source>
        <extracomment>%1 is the host of a Coder deployment, %n a number of links</extracomment>
        <translation>
            <numerusform>A provider on %1 and %n more.</numerusform>
            <numerusform>A provider on %1 and %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %2 and %n more.</source>
        <extracomment>%1 is the name of a Git provider, %2 the host of a Coder deployment, %n a number of links</extracomment>
        <translation>
            <numerusform>%1 on %2 and %n more.</numerusform>
            <numerusform>%1 on %2 and %n more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>Fairlead – %n need attention</source>
        <translation>
            <numerusform>Fairlead – %n needs attention</numerusform>
            <numerusform>Fairlead – %n need attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsTexts</name>
    <message numerus="yes">
        <source>%n accounts in %1 could not be read. They are left there as they were.</source>
        <translation>
            <numerusform>%n account in %1 could not be read. It is left there as it was.</numerusform>
            <numerusform>%n accounts in %1 could not be read. They are left there as they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message numerus="yes">
        <source>Fairlead: %n links need attention</source>
        <translation>
            <numerusform>Fairlead: %n link needs attention</numerusform>
            <numerusform>Fairlead: %n links need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fairlead: offline, %n of the last known links need attention</source>
        <translation>
            <numerusform>Fairlead: offline, %n of the last known links needs attention</numerusform>
            <numerusform>Fairlead: offline, %n of the last known links need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fairlead: no problems known, %n links could not be checked</source>
        <translation>
            <numerusform>Fairlead: no problems known, %n link could not be checked</numerusform>
            <numerusform>Fairlead: no problems known, %n links could not be checked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrayMenu</name>
    <message numerus="yes">
        <source>%n links need attention</source>
        <translation>
            <numerusform>%n link needs attention</numerusform>
            <numerusform>%n links need attention</numerusform>
        </translation>
    </message>
</context>
</TS>
