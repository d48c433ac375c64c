; Inno Setup script: an installer for one user, without administrator rights, from the one-folder build.
; Run from packaging\windows: iscc /DVersion=0.1.0 sijoint-desktop.iss
#ifndef Version
  #error State the version: iscc /DVersion=0.1.0 sijoint-desktop.iss
#endif
#define Name "SI Joint Desktop"
#define Program "sijoint-desktop.exe"

[Setup]
AppId={{5B0B8A52-6C1B-4E0F-9B57-0C5F9A4C2D11}
AppName={#Name}
AppVersion={#Version}
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=sijoint-desktop-{#Version}-setup
SetupIconFile=..\..\build\sijoint-desktop\icons\app.ico
UninstallDisplayIcon={app}\{#Program}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "..\..\dist\sijoint-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.sijroutine"; ValueType: string; ValueData: "SIJointDesktop.Routine"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\SIJointDesktop.Routine"; ValueType: string; ValueData: "Exercise routine"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\SIJointDesktop.Routine\DefaultIcon"; ValueType: string; ValueData: "{app}\{#Program},0"
Root: HKA; Subkey: "Software\Classes\SIJointDesktop.Routine\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" ""%1"""

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent

; The person's data folder is left alone: what they did is theirs, also after the program has gone.
