; Inno Setup 6: installs the bundle for one person. See README.md; not run yet.

#ifndef Version
  #error Say which version: iscc /DVersion=0.1.0 workbench.iss
#endif
#define Bundle "..\..\build\bundle\factcheck-workbench"

[Setup]
AppId={{6F0C8E52-7D0B-4D0E-9C55-3C9E0F2B7A41}
AppName=Fact-check workbench
AppVersion={#Version}
AppPublisher=The fact-check workbench authors
DefaultDirName={autopf}\Fact-check workbench
DefaultGroupName=Fact-check workbench
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\build
OutputBaseFilename=factcheck-workbench-{#Version}
SetupIconFile=..\bundle\workbench.ico
UninstallDisplayIcon={app}\factcheck-workbench.exe
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
Compression=lzma2/max
SolidCompression=yes
MinVersion=10.0.17763

[Files]
Source: "{#Bundle}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "..\..\LICENSE"; DestDir: "{app}"

[Icons]
Name: "{group}\Fact-check workbench"; Filename: "{app}\factcheck-workbench.exe"; AppUserModelID: "factcheck-workbench"

[Registry]
Root: HKA; Subkey: "Software\Classes\.workbench\OpenWithProgids"; ValueType: string; ValueName: "FactcheckWorkspace"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\FactcheckWorkspace"; ValueType: string; ValueData: "Fact-check workspace"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\FactcheckWorkspace\DefaultIcon"; ValueType: string; ValueData: "{app}\factcheck-workbench.exe,0"
Root: HKA; Subkey: "Software\Classes\FactcheckWorkspace\shell\open\command"; ValueType: string; ValueData: """{app}\factcheck-workbench.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\.factcheck\OpenWithProgids"; ValueType: string; ValueName: "FactcheckCase"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\FactcheckCase"; ValueType: string; ValueData: "Fact-check case file"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\FactcheckCase\DefaultIcon"; ValueType: string; ValueData: "{app}\factcheck-workbench.exe,0"
Root: HKA; Subkey: "Software\Classes\FactcheckCase\shell\open\command"; ValueType: string; ValueData: """{app}\factcheck-workbench.exe"" ""%1"""

[Run]
Filename: "{app}\factcheck-workbench.exe"; Description: "Open the fact-check workbench"; Flags: nowait postinstall skipifsilent

; The data folder is not named here: what a person wrote is never removed with the program.
